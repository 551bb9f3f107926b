import type { Answer, Order, PushDelivery, Reading, TaskSummary, TransferSummary, VisitSummary } from '@/api/types'
import type { IconName } from './icons'

export type Tone = 'good' | 'attention' | 'bad' | 'info' | 'unknown'

export interface Look {
  tone: Tone
  icon: IconName
  /** Key of the word in the shared messages. */
  word: string
}

const VISIT: Record<VisitSummary['status'], Look> = {
  planned: { tone: 'unknown', icon: 'clock', word: 'visit.status.planned' },
  started: { tone: 'info', icon: 'list', word: 'visit.status.started' },
  submitted: { tone: 'info', icon: 'arrowUp', word: 'visit.status.submitted' },
  scored: { tone: 'good', icon: 'check', word: 'visit.status.scored' },
  missed: { tone: 'attention', icon: 'alert', word: 'visit.status.missed' },
  cancelled: { tone: 'unknown', icon: 'cross', word: 'visit.status.cancelled' },
}

const TASK: Record<TaskSummary['status'], Look> = {
  open: { tone: 'attention', icon: 'alert', word: 'task.status.open' },
  blocked: { tone: 'unknown', icon: 'clock', word: 'task.status.blocked' },
  answered: { tone: 'info', icon: 'clock', word: 'task.status.answered' },
  accepted: { tone: 'good', icon: 'check', word: 'task.status.accepted' },
  withdrawn: { tone: 'unknown', icon: 'undo', word: 'task.status.withdrawn' },
}

const OUTCOME: Record<Answer['outcome'], Look> = {
  pass: { tone: 'good', icon: 'check', word: 'answer.pass' },
  fail: { tone: 'bad', icon: 'cross', word: 'answer.fail' },
  notApplicable: { tone: 'unknown', icon: 'minus', word: 'answer.notApplicable' },
  pending: { tone: 'info', icon: 'clock', word: 'answer.pending' },
  unanswered: { tone: 'unknown', icon: 'unknown', word: 'answer.unanswered' },
}

// A photo that the model could not read is never shown as passed: a person has to look.
const READING: Record<Reading['state'], Look> = {
  pending: { tone: 'info', icon: 'clock', word: 'reading.pending' },
  read: { tone: 'good', icon: 'check', word: 'reading.read' },
  unsure: { tone: 'attention', icon: 'alert', word: 'reading.unsure' },
  failed: { tone: 'attention', icon: 'alert', word: 'reading.failed' },
}

const DELIVERY: Record<PushDelivery['state'], Look> = {
  queued: { tone: 'unknown', icon: 'clock', word: 'delivery.state.queued' },
  sent: { tone: 'info', icon: 'arrowUp', word: 'delivery.state.sent' },
  delivered: { tone: 'good', icon: 'check', word: 'delivery.state.delivered' },
  failed: { tone: 'bad', icon: 'alert', word: 'delivery.state.failed' },
  gone: { tone: 'attention', icon: 'cross', word: 'delivery.state.gone' },
  suppressed: { tone: 'unknown', icon: 'minus', word: 'delivery.state.suppressed' },
  expired: { tone: 'unknown', icon: 'clock', word: 'delivery.state.expired' },
}

const TRANSFER: Record<TransferSummary['status'], Look> = {
  requested: { tone: 'unknown', icon: 'clock', word: 'transfer.status.requested' },
  refused: { tone: 'bad', icon: 'cross', word: 'transfer.status.refused' },
  approved: { tone: 'attention', icon: 'arrowUp', word: 'transfer.status.approved' },
  shipped: { tone: 'info', icon: 'arrowUp', word: 'transfer.status.shipped' },
  received: { tone: 'good', icon: 'check', word: 'transfer.status.received' },
  cancelled: { tone: 'unknown', icon: 'cross', word: 'transfer.status.cancelled' },
}

const ORDER: Record<Order['state'], Look> = {
  draft: { tone: 'unknown', icon: 'list', word: 'orders.state.draft' },
  returned: { tone: 'attention', icon: 'undo', word: 'orders.state.returned' },
  waiting: { tone: 'attention', icon: 'clock', word: 'orders.state.waiting' },
  approved: { tone: 'info', icon: 'check', word: 'orders.state.approved' },
  refused: { tone: 'bad', icon: 'cross', word: 'orders.state.refused' },
  accepted: { tone: 'info', icon: 'check', word: 'orders.state.accepted' },
  partly_shipped: { tone: 'info', icon: 'arrowUp', word: 'orders.state.partly_shipped' },
  shipped: { tone: 'info', icon: 'arrowUp', word: 'orders.state.shipped' },
  partly_received: { tone: 'attention', icon: 'check', word: 'orders.state.partly_received' },
  received: { tone: 'good', icon: 'check', word: 'orders.state.received' },
  closed: { tone: 'good', icon: 'check', word: 'orders.state.closed' },
  cancelled: { tone: 'unknown', icon: 'cross', word: 'orders.state.cancelled' },
}

export const visitLook = (status: VisitSummary['status']): Look => VISIT[status]
export const outcomeLook = (outcome: Answer['outcome']): Look => OUTCOME[outcome]
export const deliveryLook = (state: PushDelivery['state']): Look => DELIVERY[state]
export const readingLook = (state: Reading['state']): Look => READING[state]

export const orderStateLook = (state: Order['state']): Look => ORDER[state]

export const transferLook = (status: TransferSummary['status']): Look => TRANSFER[status]

/** Whether nothing is left to do. */
export const taskDone = (status: TaskSummary['status']): boolean => status === 'accepted' || status === 'withdrawn'

/** An open task past its time reads "overdue", a returned one "returned". */
export function taskLook(task: Pick<TaskSummary, 'status' | 'overdue' | 'returnedCount'>): Look {
  if (task.status !== 'open') return TASK[task.status]
  if (task.overdue) return { tone: 'bad', icon: 'alert', word: 'task.status.overdue' }
  return task.returnedCount > 0 ? { tone: 'attention', icon: 'refresh', word: 'task.status.returned' } : TASK.open
}

/** A score of 0..100: 85 and more is good, 70 and more wants attention; none yet is unknown. */
export function scoreTone(score: number | null | undefined): Tone {
  if (score === null || score === undefined) return 'unknown'
  return score >= 85 ? 'good' : score >= 70 ? 'attention' : 'bad'
}
