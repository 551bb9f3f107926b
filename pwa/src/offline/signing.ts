import type { DisputeForm, SignPresentForm, Signing, Visit } from '@/api/types'
import type { Command } from './records'
import { happenedAt } from './happened'

const NOTHING_SAID: Signing = { state: 'waiting', until: null, signatures: [], disputes: [] }

/** A visit with this device's own signature or dispute laid over it. */
export function signedWith(visit: Visit, command: Command): Visit {
  const said = visit.signing ?? NOTHING_SAID
  if (command.kind === 'visit.dispute') {
    const form = command.body as unknown as DisputeForm
    if (said.disputes.some(({ checkpointId }) => checkpointId === form.checkpointId)) return visit
    const dispute: Signing['disputes'][number] = {
      id: form.id,
      visitId: visit.id,
      checkpointId: form.checkpointId,
      status: 'open',
      reason: form.reason,
      text: form.text,
      photos: (form.photos ?? []).map(({ id }) => id),
      raisedById: command.owner,
      raisedByName: '',
      raisedAt: happenedAt(command),
      outcome: null,
      note: null,
      decidedByName: null,
      decidedAt: null,
      scoreBefore: null,
      scoreAfter: null,
    }
    return { ...visit, signing: { ...said, disputes: [...said.disputes, dispute] } }
  }
  const way = command.kind === 'visit.sign' ? 'own' : 'present'
  if (said.signatures.some((signature) => signature.way === way)) return visit
  const hand = way === 'present' ? (command.body as unknown as SignPresentForm) : null
  const signature: Signing['signatures'][number] = {
    way,
    name: hand?.name ?? '',
    accountId: hand ? null : command.owner,
    at: happenedAt(command),
    late: said.until !== null && happenedAt(command) > said.until,
    strokes: hand?.strokes ?? null,
  }
  return { ...visit, signing: { ...said, state: 'signed', signatures: [...said.signatures, signature] } }
}

/** Whether a visit waits for the word of somebody of its store, and what they may still do. */
export function wordOf(visit: Visit, me: string, now = Date.now()): { signs: boolean; disputes: boolean } {
  const until = visit.signing?.until
  const asked = typeof until === 'string' && visit.inspectorId !== me
  const signs = asked && !visit.signing?.signatures.some(({ way }) => way === 'own')
  return { signs, disputes: signs && now <= Date.parse(until) }
}
