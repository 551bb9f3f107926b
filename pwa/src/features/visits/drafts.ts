import type {
  Answer,
  AnswerForm,
  Checkpoint,
  Outcome,
  MarkedPhoto,
  PhotoRef,
  ProductSeen,
  StartForm,
  Store,
  Template,
  Visit,
} from '@/api/types'
import { newId } from '@/api/ids'
import type { Arrival } from '@/offline/arrival/checkIn'
import { OWN_CHECKS } from '@/offline/overlay'
import { outcomeOf } from '@/offline/overlay'
import type { Draft } from '@/offline/records'

/** What a person changes in an answer; what is not named stays. */
export interface Edit {
  outcome?: Outcome | null
  number?: number | null
  choice?: string | null
  text?: string | null
  note?: string | null
  photos?: MarkedPhoto[]
  voice?: PhotoRef | null
  missingProductIds?: string[]
  /** How much there was of the products of a finding, and of which lots. */
  productsSeen?: ProductSeen[]
  /** Who mends what failed, and until when. */
  responsibleId?: string | null
  dueAt?: string | null
}

const SAID: readonly string[] = ['pass', 'fail', 'notApplicable'] satisfies Outcome[]

/** The outcome that a person gave, as opposed to one that limits, choices or a photo decided. */
export function saidOutcome(checkpoint: Checkpoint, answer: Answer | undefined): Outcome | null {
  if (!answer || !SAID.includes(answer.outcome)) return null
  const outcome = answer.outcome as Outcome
  const own = checkpoint.answerType === 'passfail' || outcome === 'notApplicable' || answer.overruled
  return own ? outcome : null
}

const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as Partial<T>

/**
 * The photos of an answer as its next edit has to name them: as the server told them, whichever phone took them, or,
 * while it has not heard of them, as this one did.
 */
export function namedPhotos(answer: Answer | undefined, own: (MarkedPhoto | undefined)[]): MarkedPhoto[] {
  const refs = [...own.filter((ref) => ref !== undefined), ...(answer?.photoSpecs ?? [])]
  const known = new Map(refs.map((ref) => [ref.id, ref]))
  return (answer?.photos ?? []).flatMap((id) => known.get(id) ?? [])
}

/** What was seen of the products that a finding still names; at a shelf they are empty places. */
function seenOf(checkpoint: Checkpoint, named: readonly string[], seen: readonly ProductSeen[]): Partial<AnswerForm> {
  const productsSeen = seen.filter(({ productId }) => !checkpoint.shelf && named.includes(productId))
  return productsSeen.length > 0 ? { productsSeen } : {}
}

/** The whole answer after an edit, as the server takes it; it sets the answer from the version that was seen. */
export function answerDraft(visit: Visit, checkpoint: Checkpoint, edit: Edit, kept: MarkedPhoto[]): Draft {
  const answer = visit.answers.find(({ checkpointId }) => checkpointId === checkpoint.id)
  const before: Edit = {
    outcome: saidOutcome(checkpoint, answer),
    number: answer?.value?.number ?? null,
    choice: answer?.value?.choice ?? null,
    text: answer?.value?.text ?? null,
    note: answer?.note ?? null,
    voice: answer?.voice ?? null,
    responsibleId: answer?.responsible?.id ?? null,
    dueAt: answer?.dueAt ?? null,
  }
  const missing = answer?.missingProductIds ?? []
  const told = answer?.productsSeen ?? []
  const { photos = kept, missingProductIds = missing, productsSeen = told, number, ...rest } = { ...before, ...edit }
  const decimal = typeof number === 'number' ? String(number) : null
  const said = given({ ...rest, number: decimal })
  // What is fine is mended by nobody, and about no products; what is missing at a shelf is so in any case.
  const fine = ['pass', 'notApplicable'].includes(outcomeOf(checkpoint, { ...said, photos }))
  const named = checkpoint.shelf || (!fine && missingProductIds.length > 0)
  const seen = named
    ? { photos, missingProductIds, ...seenOf(checkpoint, missingProductIds, productsSeen) }
    : { photos }
  const mending = fine ? { responsibleId: null, dueAt: null } : {}
  const body: AnswerForm = { ...said, ...mending, ...seen, ifVersion: answer?.version || null }
  const path = `/api/inspections/${visit.id}/answers/${checkpoint.id}`
  return {
    kind: 'visit.answer',
    lane: `inspection:${visit.id}`,
    method: 'PUT',
    path,
    body,
    target: path,
    about: checkpoint.title,
  }
}

export function submissionDraft(visit: Visit): Draft {
  const answers = visit.answers.filter(({ outcome }) => outcome !== 'unanswered').length
  return {
    kind: 'visit.submit',
    lane: `inspection:${visit.id}`,
    method: 'POST',
    path: `/api/inspections/${visit.id}/submission`,
    body: { answers },
    target: `/api/inspections/${visit.id}/submission`,
    about: visit.templateName,
  }
}

/** After submission a person settles what no photo settled. */
export function decisionDraft(visit: Visit, checkpoint: Checkpoint, outcome: 'pass' | 'fail'): Draft {
  const path = `/api/inspections/${visit.id}/answers/${checkpoint.id}/decision`
  const about = checkpoint.title
  return {
    kind: 'visit.decide',
    lane: `inspection:${visit.id}`,
    method: 'POST',
    path,
    body: { outcome },
    target: path,
    about,
  }
}

export function plannedStart(visit: Visit, { position, checkIn }: Arrival): Draft {
  const path = `/api/inspections/${visit.id}/start`
  const about = visit.templateName
  return {
    kind: 'visit.start',
    lane: `inspection:${visit.id}`,
    method: 'POST',
    path,
    body: { position, checkIn },
    target: path,
    about,
  }
}

/** Begin a visit that nobody planned, or a store's own check, by the version of the checklist that this phone shows. */
export function freshStart(
  store: Store,
  template: Template,
  { position, checkIn }: Arrival,
  own = false,
): Draft & { id: string } {
  const id = newId()
  const body: StartForm = {
    id,
    storeId: store.id,
    templateId: template.id,
    templateVersionId: template.versionId,
    position,
    checkIn,
  }
  return {
    id,
    kind: 'visit.start',
    lane: `inspection:${id}`,
    method: 'POST',
    path: own ? OWN_CHECKS : '/api/inspections',
    body,
    about: template.name,
  }
}
