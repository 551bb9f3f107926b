import type { BlockForm, BlockReason, OpenForm, Step, Store, Task } from '@/api/types'
import { showing, text } from './overlay'
import type { Command } from './records'
import { happenedAt } from './happened'

export interface Person {
  id: string
  name: string
}

/** What the overlay of tasks needs to name things: who acts here, and the stores and people that this device knows. */
export interface Known {
  me: Person
  stores: Store[]
  people: Person[]
}

const photosOf = (command: Command): string[] =>
  ((command.body['photos'] ?? []) as { id: string }[]).map(({ id }) => id)

/** A step that the person took here, as the task's way will tell it. */
function withStep(task: Task, command: Command, { me }: Known, kind: string, change: Partial<Step> = {}): Task {
  if (task.steps.some(({ id }) => id === command.id)) return task
  const said = text(command.body['note']) || null
  const blank = { toName: null, note: said, reason: null, level: null, dueAt: null, refId: null, declined: [] }
  const step: Step = { ...blank, id: command.id, at: happenedAt(command), kind, byName: me.name, ...change }
  return { ...task, steps: [...task.steps, step] }
}

function answered(task: Task, command: Command, known: Known): Task {
  const photos = photosOf(command)
  if (task.responses.some((response) => response.photos.join() === photos.join())) return task
  const own = { id: command.id, at: happenedAt(command), byId: known.me.id, byName: known.me.name, photos, gallery: [] }
  const open = { verdict: null, reason: null, verifiedByName: null, verifiedAt: null }
  const responses = [...task.responses, { ...own, ...open, note: text(command.body['note']) }]
  const waiting = task.status === 'open' || task.status === 'blocked'
  const shown: Task = { ...task, status: waiting ? 'answered' : task.status, blocked: null, responses }
  return withStep(shown, command, known, 'answered', { note: null, refId: command.id })
}

function judged(task: Task, command: Command, known: Known): Task {
  const accepted = command.body['accepted'] === true
  const status = accepted ? 'accepted' : 'open'
  if (task.status === status) return task
  return withStep({ ...task, status }, command, known, accepted ? 'accepted' : 'returned', {
    note: text(command.body['reason']) || null,
  })
}

function handedOver(task: Task, command: Command, known: Known): Task {
  const assigneeId = text(command.body['accountId'])
  if (task.assigneeId === assigneeId) return task
  const toName = known.people.find(({ id }) => id === assigneeId)?.name ?? null
  const shown = { ...task, assigneeId, assigneeName: toName, nobody: false }
  return withStep(shown, command, known, 'assigned', { toName })
}

function blocked(task: Task, command: Command, known: Known): Task {
  if (task.status !== 'open') return task
  const { reason, note } = command.body as unknown as Required<BlockForm>
  const by = { since: happenedAt(command), byId: known.me.id, byName: known.me.name, secondsLeft: 0 }
  const shown: Task = { ...task, status: 'blocked', overdue: false, blocked: { reason, note, ...by } }
  return withStep(shown, command, known, 'blocked', { reason: reason satisfies BlockReason })
}

function running(task: Task, command: Command, known: Known): Task {
  if (task.status !== 'blocked') return task
  return withStep({ ...task, status: 'open', blocked: null }, command, known, 'unblocked')
}

function commented(task: Task, command: Command, known: Known): Task {
  const id = text(command.body['id'])
  if (task.comments.some((comment) => comment.id === id)) return task
  const own = { id, at: happenedAt(command), byId: known.me.id, byName: known.me.name }
  const said = text(command.body['text'])
  const comments = [...task.comments, { ...own, text: said, photos: photosOf(command) }]
  return withStep({ ...task, comments }, command, known, 'commented', { note: said || null, refId: id })
}

/** A task opened on this device that the server does not know of yet. */
function opened(command: Command, known: Known): Task | null {
  const { tasks, title, requirement, critical, dueAt, assigneeId } = command.body as unknown as Required<OpenForm>
  const [first] = tasks
  const store = known.stores.find(({ id }) => id === first?.storeId)
  if (!first || !store) return null
  const photos = photosOf(command)
  const at = happenedAt(command)
  const task: Task = {
    id: first.id,
    kind: 'manual',
    title: { zh: title, en: title },
    requirement: { zh: requirement || title, en: requirement || title },
    note: '',
    storeId: store.id,
    storeName: store.name,
    status: 'open',
    critical,
    level: 0,
    overdue: false,
    nobody: false,
    dueAt: dueAt ?? '',
    openedAt: at,
    assigneeId,
    assigneeName: known.people.find(({ id }) => id === assigneeId)?.name ?? null,
    returnedCount: 0,
    findingCount: 1,
    repeatCount: 0,
    repeatsId: null,
    inspectionId: null,
    checkpointId: null,
    blocked: null,
    liveRequired: true,
    version: 1,
    before: photos,
    findings: [
      {
        id: first.id,
        at,
        byName: known.me.name,
        note: '',
        inspectionId: null,
        photos,
        marks: [],
        voiceId: null,
        products: [],
      },
    ],
    responses: [],
    comments: [],
    steps: [],
  }
  return withStep(task, command, known, 'opened', { refId: first.id })
}

const STEPS: Partial<Record<Command['kind'], (task: Task, command: Command, known: Known) => Task>> = {
  'task.respond': answered,
  'task.verify': judged,
  'task.assign': handedOver,
  'task.block': blocked,
  'task.unblock': running,
  'task.comment': commented,
}

/** The synced tasks with what this device's person did to them laid over, and those opened here. */
export function tasksWith(tasks: Task[], commands: readonly Command[], known: Known): Task[] {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  for (const command of showing(commands)) {
    const task = byId.get(command.lane.replace('task:', ''))
    const step = STEPS[command.kind]
    const shown = command.kind === 'task.open' && !task ? opened(command, known) : task && step?.(task, command, known)
    if (shown) byId.set(shown.id, shown)
  }
  return [...byId.values()]
}
