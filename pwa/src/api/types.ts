/** What the server sends and takes, as far as the screens use it. Ids are UUIDs, times RFC 3339 in UTC. */
export type Locale = 'zh' | 'en'

export interface Words {
  zh: string
  en: string
}

export interface Page<T> {
  items: T[]
  next: string | null
}

export interface Profile {
  account: { id: string; name: string; username: string; locale: Locale }
  csrf: string
  organization: { id: string; name: string }
  permissions: string[]
  homeStoreId: string | null
}

export interface DeviceSession {
  id: string
  deviceName: string | null
  createdAt: string
  lastSeenAt: string | null
  current: boolean
}

export interface Position {
  lat: number
  lng: number
  accuracyM: number
  datum: 'wgs84'
}

export interface Store {
  id: string
  code: string
  name: string
  regionId: string
  regionName: string
  legalEntityName: string
  status: string
  timeZone: string
  openingHours: string | null
  businessDayCut: string
  managerName?: string | null
}

export interface Product {
  id: string
  code: string
  name: Words
  categoryName: Words | string
  unit: string
  packs: { unit: string; quantity: string | number }[]
  barcodes: string[]
  priceCents: number | null
  status: string
}

export type BoxLabel = 'product' | 'gap'

/** A box that the model saw; edges are fractions of the photo's width and height. */
export interface Box {
  label: BoxLabel
  score: number
  x0: number
  y0: number
  x1: number
  y1: number
}

export interface Reading {
  state: 'pending' | 'read' | 'unsure' | 'failed'
  reason: string | null
  availability: number | null
  facings: number | null
  gaps: number | null
  boxes: Box[]
  modelVersion: string | null
}

export interface Photo {
  id: string
  storeId: string
  purpose: 'shelf' | 'evidence'
  state: 'awaiting' | 'uploaded' | 'ready' | 'refused'
  reason: string | null
  width: number | null
  height: number | null
  takenAt: string
  links: { original?: string | null; large: string; small: string } | null
  reading: Reading | null
}

export interface PhotoRef {
  id: string
  sha256: string
  size: number
}

export type AnswerType = 'passfail' | 'number' | 'choice' | 'text' | 'photo'
export type Outcome = 'pass' | 'fail' | 'notApplicable'

export interface Checkpoint {
  id: string
  title: Words
  criterion: Words
  answerType: AnswerType
  critical: boolean
  weight: number
  photoRule: 'none' | 'onFail' | 'always'
  shelf: boolean
  minAvailability: number | null
  numberMin: number | null
  numberMax: number | null
  unit: string | null
  choices: { code: string; label: Words; passes: boolean }[]
}

export interface Section {
  id: string
  title: Words
  weight: number
  checkpoints: Checkpoint[]
}

export interface TemplateSummary {
  id: string
  name: Words
  version: number
  versionId: string
  checkpointCount: number
}

export interface Template extends TemplateSummary {
  sections: Section[]
}

export interface Answer {
  checkpointId: string
  outcome: Outcome | 'pending' | 'unanswered'
  value: { number?: number | null; choice?: string | null; text?: string | null } | null
  note: string | null
  photos: string[]
  answeredAt: string | null
  version: number | null
  lastAnswer: { outcome: Outcome | 'pending' | 'unanswered'; at: string; note: string | null } | null
  detection: { state: Reading['state']; availability: number | null; gaps: number | null } | null
  taskId: string | null
  overruled: boolean
}

export interface VisitSummary {
  id: string
  storeId: string
  storeName: string
  templateId: string
  templateVersionId: string
  templateName: Words
  inspectorId: string
  inspectorName: string
  status: 'planned' | 'started' | 'submitted' | 'scored' | 'missed' | 'cancelled'
  plannedFor: string | null
  dueAt: string | null
  startedAt: string | null
  submittedAt: string | null
  score: number | null
  answered: number
  total: number
  pending: number
  openTasks: number
  lastScore: number | null
  version: number
}

export interface Visit extends VisitSummary {
  template: Template
  answers: Answer[]
  scoreDetail: { sections: { id: string; score: number | null }[]; cappedBy: string | null } | null
}

export interface TaskSummary {
  id: string
  kind: 'rectification'
  title: Words
  storeId: string
  storeName: string
  status: 'open' | 'answered' | 'accepted'
  level: number
  overdue: boolean
  dueAt: string | null
  openedAt: string
  assigneeId: string | null
  assigneeName: string | null
  returnedCount: number
  inspectionId: string | null
  checkpointId: string | null
  version: number
}

export interface TaskResponse {
  id: string
  at: string
  byName: string
  note: string | null
  photos: string[]
  verdict: null | 'accepted' | 'returned'
  reason: string | null
  verifiedByName: string | null
  verifiedAt: string | null
}

export interface Task extends TaskSummary {
  requirement: Words | null
  note: string | null
  before: string[]
  responses: TaskResponse[]
}

export interface Notification {
  id: string
  kind: string
  title: Words
  body: Words
  link: string | null
  at: string
  readAt: string | null
}

export interface SyncAnswer {
  cursor: string
  full: boolean
  serverTime: string
  visits: Visit[]
  templates: Template[]
  tasks: Task[]
  stores: Store[]
  notifications: Notification[]
  unread: number
}
