import type { Platform } from './platform'

/** The shares of the photos that are being sent, known in every tab: one sends, the others hear. */
export interface Shares {
  get(photoId: string): number | null
  /** Note a share, or with null that nothing is on its way any more. */
  set(photoId: string, share: number | null): void
  hear(message: string): void
}

const STEPS = 25

/**
 * @param told called when a share has changed by a step; a browser reports many a second, and screens read anew for each
 */
export function sharesOf(owner: string, channel: Platform['channel'], told: (photoId: string) => void): Shares {
  const shares = new Map<string, number>()
  const keep = (photoId: string, share: number | null): boolean => {
    const before = shares.get(photoId) ?? null
    if (share === null) shares.delete(photoId)
    else shares.set(photoId, share)
    const step = (value: number | null) => (value === null ? -1 : Math.floor(value * STEPS))
    return step(before) !== step(share)
  }
  return {
    get: (photoId) => shares.get(photoId) ?? null,
    set(photoId, share) {
      if (!keep(photoId, share)) return
      told(photoId)
      channel.post(`share ${owner} ${photoId} ${share ?? 'none'}`)
    },
    hear(message) {
      const [kind, whose, photoId = '', share] = message.split(' ')
      if (kind !== 'share' || whose !== owner) return
      keep(photoId, share === 'none' ? null : Number(share))
      told(photoId)
    },
  }
}
