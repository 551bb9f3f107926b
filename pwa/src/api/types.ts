/** What the server sends and takes, by the names of its own description of its API. */
import type { components } from './generated/schema'

type Schemas = components['schemas']

export type Locale = 'zh' | 'en'
export type Words = Schemas['Words']

export interface Page<T> {
  items: T[]
  next: string | null
}

export type Answer = Schemas['AnswerOut']
export type AnswerForm = Schemas['GiveAnswer']
export type BlockForm = Schemas['BlockTask']
export type BlockReason = Schemas['BlockedOut']['reason']
export type Box = Schemas['Box']
export type Checkpoint = Schemas['CheckpointOut']
export type CommentForm = Schemas['CommentOnTask']
export type Count = Schemas['CountOut']
export type CountLineForm = Schemas['LineForm']
export type CountZone = Schemas['ZoneOut']
export type DeviceSession = Schemas['SessionOut']
export type LinesTaken = Schemas['LinesTaken']
export type LogInForm = Omit<Schemas['LogIn'], 'device'>
export type HandOverForm = Schemas['AssignTask']
export type Notification = Schemas['NotificationOut']
export type OpenCountForm = Schemas['OpenCount']
export type OpenForm = Schemas['OpenTasks']
export type Outcome = Schemas['PersonOutcome']
export type Photo = Schemas['PhotoView']
export type PhotoForm = Schemas['RegisterPhoto']
export type PhotoRef = Schemas['PhotoSpec']
export type Position = NonNullable<Schemas['Capture']['position']>
export type Product = Schemas['ProductOut']
export type Profile = Schemas['Me']
export type OwnQuiet = Schemas['OwnQuietOut']
export type PushBrowser = Schemas['BrowserOut']
export type PushDelivery = Schemas['DeliveryOut']
export type PushSubscriptionForm = Schemas['Subscribe']
export type Reading = Schemas['Reading']
export type RefusedLine = Schemas['RefusedLine']
export type Registered = Schemas['RegisteredPhoto']
export type ResponseForm = Schemas['RespondTask']
export type Share = Schemas['ShareOut']
export type Section = Schemas['SectionOut']
export type StartForm = Schemas['StartVisit']
export type Store = Schemas['StoreOut']
export type SyncAnswer = Schemas['SyncOut']
export type Step = Schemas['StepOut']
export type Task = Schemas['TaskDetail']
export type TaskPerson = Schemas['PersonOut']
export type TaskSummary = Schemas['TaskOut']
export type Template = Schemas['TemplateOut']
export type UnblockForm = Schemas['UnblockTask']
export type VerdictForm = Schemas['VerifyTask']
export type Visit = Schemas['VisitOut']
export type VisitSummary = Schemas['VisitItem']
