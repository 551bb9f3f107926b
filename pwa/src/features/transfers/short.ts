import type { DifferenceReason, PartDifference } from '@/api/types'
import type { CapturedPhoto } from '@/offline/engine'

/** What arrived of a lot where it is less than was sent, and why. */
export interface Short {
  received: string
  reason: DifferenceReason
  note: string
  photos: CapturedPhoto[]
}

/** The differences of a receipt as they go to the server. */
export const differencesOf = (shorts: ReadonlyMap<string, Short>): PartDifference[] =>
  [...shorts].map(([partId, { received, reason, note, photos }]) => ({
    partId,
    received,
    reason,
    note,
    photoIds: photos.map(({ id }) => id),
  }))
