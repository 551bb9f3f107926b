import type { Counting } from '@/offline/counting/reads'

/** What of a list is still to be counted; null for a count of everything, whose extent nobody can know here. */
export interface Progress {
  wanted: string[]
  left: string[]
}

/** The products that are to be counted by this person: again in the second round, else those the count names. */
export function progressOf({ count, lines, before }: Counting): Progress | null {
  const listed = count.round > 1 ? count.recountIds : count.productIds
  if (listed.length === 0) return null
  const wanted = listed.filter((id) => !before.includes(id))
  const counted = new Set(lines.map(({ productId }) => productId))
  return { wanted, left: wanted.filter((id) => !counted.has(id)) }
}

/** Why a product is not to be counted here and now; null when it is. */
export type Aside = 'notInRecount' | 'countedByYou' | 'notInList'

export function asideOf({ count, before }: Counting, productId: string | null): Aside | null {
  if (count.round > 1) {
    if (productId === null || !count.recountIds.includes(productId)) return 'notInRecount'
    return before.includes(productId) ? 'countedByYou' : null
  }
  const outside = productId !== null && count.productIds.length > 0 && !count.productIds.includes(productId)
  return outside ? 'notInList' : null
}
