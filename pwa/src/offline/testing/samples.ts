import type { Answer, Checkpoint, ExpiringLot, Store, Task, Template, Transfer, Visit, WasteReport } from '@/api/types'

const words = (text: string) => ({ zh: text, en: text })

export function checkpoint(id: string, change: Partial<Checkpoint> = {}): Checkpoint {
  return {
    id,
    key: id,
    title: words(id),
    criterion: words(id),
    answerType: 'passfail',
    required: true,
    critical: false,
    weight: 1,
    photoRule: 'none',
    live: false,
    shelf: false,
    minAvailability: null,
    numberMin: null,
    numberMax: null,
    unit: null,
    choices: [],
    ...change,
  }
}

export function template(checkpoints: Checkpoint[]): Template {
  return {
    id: 'template',
    name: words('巡检'),
    version: 1,
    versionId: 'version',
    checkpointCount: checkpoints.length,
    criticalCap: 60,
    publishedAt: '2026-11-01T00:00:00Z',
    sections: [{ id: 'section', title: words('货架'), weight: 1, checkpoints }],
  }
}

export function answer(checkpointId: string, change: Partial<Answer> = {}): Answer {
  return {
    checkpointId,
    outcome: 'unanswered',
    value: null,
    note: null,
    photos: [],
    photoSpecs: [],
    notLive: [],
    missingProductIds: [],
    missingProducts: [],
    answeredAt: null,
    version: 0,
    lastAnswer: null,
    detection: null,
    taskId: null,
    overruled: false,
    needsPerson: false,
    decisionNote: null,
    ...change,
  }
}

export function visit(checkpoints: Checkpoint[], change: Partial<Visit> = {}): Visit {
  return {
    id: 'v',
    storeId: 'store',
    storeName: '人民路店',
    templateId: 'template',
    templateVersionId: 'version',
    templateName: words('巡检'),
    inspectorId: 'li',
    inspectorName: '李',
    status: 'started',
    plannedFor: '2026-11-22',
    dueAt: null,
    startedAt: '2026-11-22T08:00:00Z',
    submittedAt: null,
    score: null,
    answered: 0,
    total: checkpoints.length,
    pending: 0,
    needsPerson: 0,
    openTasks: 0,
    lastScore: null,
    version: 1,
    recordedAt: '2026-11-22T07:00:00Z',
    template: template(checkpoints),
    answers: checkpoints.map(({ id }) => answer(id)),
    scoreDetail: null,
    ...change,
  }
}

export const store: Store = {
  id: 'store',
  kind: 'store',
  code: 'SH001',
  name: '人民路店',
  regionId: 'region',
  regionName: '浦西',
  legalEntityId: null,
  legalEntityName: null,
  status: 'open',
  timeZone: 'Asia/Shanghai',
  position: null,
  openingHours: [],
  businessDayCut: '00:00',
  version: 1,
}

export function task(change: Partial<Task> = {}): Task {
  return {
    id: 't',
    kind: 'rectification',
    title: words('缺货'),
    storeId: 'store',
    storeName: '人民路店',
    status: 'open',
    critical: false,
    level: 0,
    overdue: false,
    dueAt: '2026-11-23T10:00:00Z',
    openedAt: '2026-11-22T08:00:00Z',
    assigneeId: null,
    assigneeName: null,
    returnedCount: 0,
    findingCount: 1,
    nobody: false,
    repeatCount: 0,
    repeatsId: null,
    inspectionId: 'v',
    checkpointId: 'c',
    blocked: null,
    liveRequired: true,
    version: 2,
    requirement: words('补满'),
    note: '',
    before: [],
    findings: [],
    responses: [],
    comments: [],
    steps: [],
    ...change,
  }
}

export function expiringLot(change: Partial<ExpiringLot> = {}): ExpiringLot {
  return {
    storeId: 'store',
    storeName: '人民路店',
    productId: 'milk',
    productCode: 'MILK',
    productName: words('牛奶'),
    unit: '瓶',
    unitName: words('瓶'),
    priceCents: 360,
    lotId: 'lot',
    lotCode: 'L1',
    producedOn: '2026-11-02',
    expiresOn: '2026-11-24',
    daysLeft: 2,
    freshness: 'near',
    quantity: '6',
    shelf: '4',
    backRoom: '2',
    step: null,
    ...change,
  }
}

export function wasteReport(change: Partial<WasteReport> = {}): WasteReport {
  return {
    id: 'waste',
    storeId: 'store',
    storeName: '人民路店',
    productId: 'milk',
    productCode: 'MILK',
    productName: words('牛奶'),
    unit: '瓶',
    unitName: words('瓶'),
    lotId: 'lot',
    lotCode: 'L1',
    quantity: '1.5',
    reason: 'expired',
    taxLost: false,
    note: '',
    photoIds: ['p'],
    status: 'pending',
    valueCents: 450,
    reportedByName: '王',
    reportedAt: '2026-11-22T08:00:00Z',
    decidedByName: null,
    decidedAt: null,
    decisionNote: '',
    version: 1,
    recordedAt: '2026-11-22T08:00:00Z',
    ...change,
  }
}

export function transfer(change: Partial<Transfer> = {}): Transfer {
  const line = { id: 'line', productId: 'milk', productCode: 'MILK', productName: words('牛奶'), unit: '瓶' }
  const asked = { requested: '10', approved: '8', shipped: null, received: null, shippedValueCents: null, parts: [] }
  return {
    id: 't',
    status: 'approved',
    fromStoreId: 'store',
    fromStoreName: '人民路店',
    toStoreId: 'other',
    toStoreName: '解放路店',
    crossesEntities: false,
    fromEntityName: '总部',
    toEntityName: '总部',
    note: '',
    reason: '',
    lineCount: 1,
    differing: 0,
    extraCount: 0,
    valueCents: 0,
    requestedBy: 'li',
    requestedByName: '李',
    requestedAt: '2026-11-22T07:00:00Z',
    decidedByName: '区域',
    decidedAt: '2026-11-22T07:30:00Z',
    shippedByName: null,
    shippedAt: null,
    receivedByName: null,
    receivedAt: null,
    cancelledByName: null,
    cancelledAt: null,
    version: 2,
    recordedAt: '2026-11-22T07:00:00Z',
    lines: [{ ...line, unitName: words('瓶'), ...asked }],
    extras: [],
    ...change,
  }
}
