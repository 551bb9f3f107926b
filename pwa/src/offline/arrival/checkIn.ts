import type { CheckInForm, Position, Store } from '@/api/types'
import { metresBetween } from './place'

/** How somebody came: where the phone is, and what they say where that does not do. */
export interface Arrival {
  position: Position | null
  checkIn: CheckInForm | null
}

/** How near is at the store, while the phone has not heard what the organization says. */
export const USUAL_NEAR_M = 200

/** What the phone makes of its position; null is fine. The server judges anew, by the same rule. */
export interface Sight {
  trouble: 'far' | 'vague' | 'noFix' | null
  metres: number | null
  accuracyM: number | null
}

/** A store whose place nobody has entered asks for nothing. */
export function look(store: Pick<Store, 'position'>, at: Position | null, nearM: number): Sight {
  if (!store.position) return { trouble: null, metres: null, accuracyM: at?.accuracyM ?? null }
  if (!at) return { trouble: 'noFix', metres: null, accuracyM: null }
  const metres = Math.round(metresBetween(at, store.position))
  const vague = at.accuracyM ?? 0
  const trouble = metres > nearM + vague ? 'far' : vague > nearM ? 'vague' : null
  return { trouble, metres, accuracyM: at.accuracyM ?? null }
}

/** Which store a scanned code says it is of; null for a code of something else. Whether it is good, the server says. */
export function storeOfCode(code: string): string | null {
  const hex = /^SW1:([0-9A-F]{32}):[0-9A-F]{32}$/.exec(code.trim().toUpperCase())?.[1]?.toLowerCase()
  return hex === undefined ? null : hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** What a person says of how they came; an empty note is none. */
export const checkInForm = (code: string | null, reason: CheckInForm['reason'], note: string): CheckInForm => ({
  code,
  reason,
  note: note.trim(),
})
