import type { Answer, AnswerForm, Checkpoint, Notification, Store, Template, Visit } from '@/api/types'
import { progressOf } from './asking'
import type { Command } from './records'

/** What of the queue shows as already done on this device: everything but an edit that lost to another device's. */
export const showing = (commands: Command[]): Command[] => commands.filter((command) => !command.refusal?.current)

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
})

function withAnswer(visit: Visit, command: Command): Visit {
  const checkpointId = command.path.split('/').at(-1) ?? ''
  const checkpoint = visit.template.sections
    .flatMap((section) => section.checkpoints)
    .find(({ id }) => id === checkpointId)
  if (!checkpoint) return visit
  const body = command.body as AnswerForm
  const before = visit.answers.find((answer) => answer.checkpointId === checkpointId) ?? blank(checkpointId)
  const photos = body.photos ?? []
  const samePhotos = photos.length > 0 && photos.every(({ id }) => before.photos.includes(id))
  const after: Answer = {
    ...before,
    outcome: outcomeOf(checkpoint, body),
    value: { number: body.number ? Number(body.number) : null, choice: body.choice ?? null, text: body.text ?? null },
    note: body.note ?? null,
    photos: photos.map(({ id }) => id),
    photoSpecs: photos,
    notLive: before.notLive.filter((id) => photos.some((photo) => photo.id === id)),
    missingProductIds: body.missingProductIds ?? [],
    answeredAt: command.occurredAt,
    detection: samePhotos ? before.detection : null,
    needsPerson: samePhotos && !body.outcome && before.needsPerson,
    overruled: checkpoint.answerType === 'photo' && Boolean(body.outcome) && body.outcome !== 'notApplicable',
  }
  const answers = [...visit.answers.filter((answer) => answer.checkpointId !== checkpointId), after]
  const changed = { ...visit, answers }
  return { ...changed, ...progressOf(changed) }
}

function applied(visit: Visit, command: Command): Visit {
  if (command.kind === 'visit.start') {
    return visit.status === 'planned' || visit.status === 'missed'
      ? { ...visit, status: 'started', startedAt: command.occurredAt, inspectorId: visit.inspectorId ?? command.owner }
      : visit
  }
  if (command.kind === 'visit.answer') return withAnswer(visit, command)
  return command.kind === 'visit.submit' && visit.status === 'started'
    ? { ...visit, status: 'submitted', submittedAt: command.occurredAt }
    : visit
}

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
    kind: 'visit',
    status: 'started',
    plannedFor: command.occurredAt.slice(0, 10),
    dueAt: null,
    windowFrom: null,
    scheduleId: null,
    unannounced: false,
    reinspectsId: null,
    startedAt: command.occurredAt,
    submittedAt: null,
    score: null,
    answered: 0,
    total: 0,
    pending: 0,
    needsPerson: 0,
    recordedAt: command.occurredAt,
    openTasks: 0,
    lastScore: null,
    version: 0,
    template,
    answers: [],
    notAsked: [],
    scoreDetail: null,
    checkIn: null,
  }
  return { ...visit, ...progressOf(visit) }
}

/** The synced visits with this device's own edits laid over them. */
export function visitsWith(visits: Visit[], templates: Template[], stores: Store[], commands: Command[]): Visit[] {
  const byId = new Map(visits.map((visit) => [visit.id, visit]))
  for (const command of showing(commands)) {
    const [room, id] = command.lane.split(':')
    if (room !== 'inspection' || id === undefined) continue
    const visit = byId.get(id) ?? (command.kind === 'visit.start' ? begun(command, templates, stores) : null)
    if (visit) byId.set(id, applied(visit, command))
  }
  return [...byId.values()]
}

/** The synced notifications with what was read on this device. */
export function notificationsWith(notifications: Notification[], commands: Command[]): Notification[] {
  const reads = commands.filter(({ kind }) => kind === 'inbox.read' || kind === 'inbox.readAll')
  return notifications.map((each) => {
    const read = reads.find(({ kind, lane, occurredAt }) =>
      kind === 'inbox.read' ? lane === `notification:${each.id}` : occurredAt >= each.at,
    )
    return read && each.readAt === null ? { ...each, readAt: read.occurredAt } : each
  })
}
