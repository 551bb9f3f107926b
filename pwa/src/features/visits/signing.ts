import { newId } from '@/api/ids'
import type { Checkpoint, DisputeForm, DisputeReason, SignPresentForm, Visit } from '@/api/types'
import type { CapturedPhoto } from '@/offline/engine'
import type { Draft } from '@/offline/records'

export const DISPUTE_REASONS: readonly DisputeReason[] = [
  'notAsSeen',
  'mendedThere',
  'notOurs',
  'standardUnclear',
  'other',
]

/** What somebody says against a finding, kept on this phone while it is written. */
export interface DisputeWords {
  reason: DisputeReason | null
  text: string
  photos: CapturedPhoto[]
}

/** Under which key that is kept until it is sent. */
export const disputeKey = (visitId: string, checkpointId: string): string => `dispute:${visitId}:${checkpointId}`

const shared = (visit: Visit): Pick<Draft, 'lane' | 'method'> => ({ lane: `inspection:${visit.id}`, method: 'POST' })

/** Say why a finding is not right. */
export function disputeDraft(
  visit: Visit,
  checkpoint: Checkpoint,
  said: { reason: DisputeReason; text: string; photos: CapturedPhoto[] },
): Draft {
  const body: DisputeForm = {
    id: newId(),
    checkpointId: checkpoint.id,
    reason: said.reason,
    text: said.text,
    photos: said.photos.map(({ id, sha256, bytes }) => ({ id, sha256, size: bytes.byteLength })),
  }
  const path = `/api/inspections/${visit.id}/disputes`
  return { ...shared(visit), kind: 'visit.dispute', path, body: { ...body }, about: checkpoint.title }
}

/** Say that the findings were read; what is not disputed is agreed to. */
export function signDraft(visit: Visit): Draft {
  const path = `/api/inspections/${visit.id}/signature`
  return { ...shared(visit), kind: 'visit.sign', path, target: path, body: {}, about: visit.templateName }
}

/** The name and the hand of who was there when the summary was read. */
export function presentDraft(visit: Visit, hand: SignPresentForm): Draft {
  const path = `/api/inspections/${visit.id}/signature-in-presence`
  const about = visit.templateName
  return { ...shared(visit), kind: 'visit.signPresent', path, target: path, body: { ...hand }, about }
}
