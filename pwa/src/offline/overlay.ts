import type { Answer, AnswerForm, Checkpoint, Notification, Store, Template, Visit } from '@/api/types'
import { progressOf } from './asking'
import type { Command } from './records'
import { remarkedWith } from './reviewing'
import { signedWith } from './signing'
import { happenedAt } from './happened'
import { businessDay } from './signals/days'

/** What of the queue shows as already done on this device: everything but an edit that lost to another device's. */
export const showing = (commands: readonly Command[]): Command[] =>
  commands.filter((command) => !command.refusal?.current)

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The outcome that the server will give, as far as it can be told here; a shelf photo is pending until it is read. */
export function outcomeOf(checkpoint: Checkpoint, body: AnswerForm): Answer['outcome'] {
  if (body.outcome) return body.outcome
  switch (checkpoint.answerType) {
    case 'number': {
      if (!body.number) return 'unanswered'
      const low = checkpoint.numberMin !== null && Number(body.number) < checkpoint.numberMin
      const high = checkpoint.numberMax !== null && Number(body.number) > checkpoint.numberMax
      return low || high ? 'fail' : 'pass'
    }
    case 'choice': {
      const choice = checkpoint.choices.find(({ code }) => code === body.choice)
      return choice ? (choice.passes ? 'pass' : 'fail') : 'unanswered'
    }
    case 'text':
      return body.text ? 'pass' : 'unanswered'
    case 'photo':
      return body.photos?.length || body.missingProductIds?.length ? 'pending' : 'unanswered'
    case 'passfail':
      return 'unanswered'
  }
}

const blank = (checkpointId: string): Answer => ({
  checkpointId,
  outcome: 'unanswered',
  value: null,
  note: null,
  photos: [],
  photoSpecs: [],
  notLive: [],
  voice: null,
  missingProductIds: [],
  missingProducts: [],
  productsSeen: [],
  responsible: null,
  dueAt: null,
  answeredAt: null,
  version: 0,
  lastAnswer: null,
  detection: null,
  taskId: null,
  overruled: false,
  needsPerson: false,
  decisionNote: null,
})

const pointsOf = new WeakMap<Template, Map<string, Checkpoint>>()

function checkpointOf(template: Template, id: string): Checkpoint | undefined {
  const known =
    pointsOf.get(template) ??
    new Map(template.sections.flatMap(({ checkpoints }) => checkpoints).map((point) => [point.id, point]))
  pointsOf.set(template, known)
  return known.get(id)
}

/** What the last edit of an answer, or of a checkpoint without one, made of it. */
const edited = new WeakMap<Answer | Checkpoint, { command: string; after: Answer }>()

/** An answer after an edit: the same edit of the same answer is the same object, so that nothing is drawn anew for it. */
function withEdit(checkpoint: Checkpoint, told: Answer | undefined, command: Command): Answer {
  const known = edited.get(told ?? checkpoint)
  if (known?.command === command.id) return known.after
  const body = command.body as AnswerForm
  const before = told ?? blank(checkpoint.id)
  const photos = body.photos ?? []
  const samePhotos = photos.length > 0 && photos.every(({ id }) => before.photos.includes(id))
  const after: Answer = {
    ...before,
    outcome: outcomeOf(checkpoint, body),
    value: { number: body.number ? Number(body.number) : null, choice: body.choice ?? null, text: body.text ?? null },
    note: body.note ?? null,
    photos: photos.map(({ id }) => id),
    photoSpecs: photos,
    voice: body.voice ?? null,
    notLive: before.notLive.filter((id) => photos.some((photo) => photo.id === id)),
    missingProductIds: body.missingProductIds ?? [],
    productsSeen: body.productsSeen ?? [],
    responsible: body.responsibleId
      ? { id: body.responsibleId, name: before.responsible?.id === body.responsibleId ? before.responsible.name : '' }
      : null,
    dueAt: body.dueAt ?? null,
    answeredAt: happenedAt(command),
    detection: samePhotos ? before.detection : null,
    needsPerson: samePhotos && !body.outcome && before.needsPerson,
    overruled: checkpoint.answerType === 'photo' && Boolean(body.outcome) && body.outcome !== 'notApplicable',
  }
  edited.set(told ?? checkpoint, { command: command.id, after })
  return after
}

function stepped(visit: Visit, command: Command): Visit {
  if (command.kind === 'visit.start') {
    return visit.status === 'planned' || visit.status === 'missed'
      ? { ...visit, status: 'started', startedAt: happenedAt(command), inspectorId: visit.inspectorId ?? command.owner }
      : visit
  }
  if (command.kind === 'visit.take') {
    return visit.status === 'planned' ? { ...visit, inspectorId: command.owner, inspectorName: '' } : visit
  }
  if (command.kind === 'visit.sign' || command.kind === 'visit.signPresent' || command.kind === 'visit.dispute') {
    return signedWith(visit, command)
  }
  if (command.kind === 'visit.remark') return remarkedWith(visit, command)
  return command.kind === 'visit.submit' && visit.status === 'started'
    ? { ...visit, status: 'submitted', submittedAt: happenedAt(command) }
    : visit
}

/** A visit with this device's own edits of it laid over it. */
export function visitWith(visit: Visit, commands: readonly Command[]): Visit {
  const answers = new Map(visit.answers.map((answer) => [answer.checkpointId, answer]))
  let shown = visit
  let answered = false
  for (const command of showing(commands)) {
    if (command.kind === 'visit.answer') {
      const checkpoint = checkpointOf(visit.template, command.path.split('/').at(-1) ?? '')
      if (!checkpoint) continue
      answers.set(checkpoint.id, withEdit(checkpoint, answers.get(checkpoint.id), command))
      answered = true
    } else {
      shown = stepped(shown, command)
    }
  }
  if (!answered) return shown
  const whole = { ...shown, answers: [...answers.values()] }
  return { ...whole, ...progressOf(whole) }
}

/** Where a store's own check begins that no schedule asks for. */
export const OWN_CHECKS = '/api/own-checks'

/** A visit begun on this device that the server does not know of yet. */
function begun(command: Command, templates: Template[], stores: Store[]): Visit | null {
  const template = templates.find(({ id }) => id === command.body['templateId'])
  const store = stores.find(({ id }) => id === command.body['storeId'])
  if (!template || !store) return null
  const visit: Visit = {
    id: text(command.body['id']),
    storeId: store.id,
    storeName: store.name,
    storeFormat: store.format,
    templateId: template.id,
    templateVersionId: template.versionId,
    templateName: template.name,
    inspectorId: command.owner,
    inspectorName: '',
    kind: command.path === OWN_CHECKS ? 'selfCheck' : 'visit',
    status: 'started',
    plannedFor: businessDay(store, Date.parse(happenedAt(command))),
    dueAt: null,
    windowFrom: null,
    scheduleId: null,
    unannounced: false,
    reinspectsId: null,
    startedAt: happenedAt(command),
    submittedAt: null,
    score: null,
    answered: 0,
    total: 0,
    pending: 0,
    needsPerson: 0,
    recordedAt: happenedAt(command),
    openTasks: 0,
    lastScore: null,
    version: 0,
    template,
    answers: [],
    notAsked: [],
    scoreDetail: null,
    signing: null,
    signUntil: null,
    signedAt: null,
    openDisputes: 0,
    checkIn: null,
    review: null,
  }
  return { ...visit, ...progressOf(visit) }
}

/** The commands of each visit, by its id. */
function byVisit(commands: readonly Command[]): Map<string, Command[]> {
  const found = new Map<string, Command[]>()
  for (const command of commands) {
    const [room, id] = command.lane.split(':')
    if (room !== 'inspection' || id === undefined) continue
    const lane = found.get(id)
    if (lane) lane.push(command)
    else found.set(id, [command])
  }
  return found
}

/** The synced visits with this device's own edits laid over them. */
export function visitsWith(
  visits: Visit[],
  templates: Template[],
  stores: Store[],
  commands: readonly Command[],
): Visit[] {
  const lanes = byVisit(commands)
  const shown = visits.map((visit) => visitWith(visit, lanes.get(visit.id) ?? []))
  for (const { id } of visits) lanes.delete(id)
  for (const lane of lanes.values()) {
    const starting = showing(lane).find(({ kind }) => kind === 'visit.start')
    const visit = starting && begun(starting, templates, stores)
    if (visit) shown.push(visitWith(visit, lane))
  }
  return shown
}

/** The synced notifications with what was read on this device. */
export function notificationsWith(notifications: Notification[], commands: readonly Command[]): Notification[] {
  const reads = commands.filter(({ kind }) => kind === 'inbox.read' || kind === 'inbox.readAll')
  return notifications.map((each) => {
    const read = reads.find((command) =>
      command.kind === 'inbox.read' ? command.lane === `notification:${each.id}` : happenedAt(command) >= each.at,
    )
    return read && each.readAt === null ? { ...each, readAt: happenedAt(read) } : each
  })
}
