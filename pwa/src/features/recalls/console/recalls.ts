import type { ProductLot, RecallItem, RecallStore } from '@/api/console/types'
import type { Look } from '@/ui/tones'

/** What the list shows: what goes on first, since it is what somebody has to look after. */
export const SHOWN = ['open', 'ended', 'all'] as const
/** A trace's figures: what came, less what left, with what counts made of it, is what there is. */
export const FIGURES = ['received', 'arrived', 'sold', 'wasted', 'sentOn', 'other', 'onHand', 'inTransit'] as const

/** How much of which goods a recall would stop; `exact` where no store can be counted twice. */
export interface RecallReach {
  stores: number
  units: number
  exact: boolean
}

const THOUSANDTHS = 1_000
/** Quantities have three digits; added as whole thousandths, they keep none of the dust of fractions. */
const sum = (quantities: string[]): number =>
  quantities.reduce((total, each) => total + Math.round(Number(each) * THOUSANDTHS), 0) / THOUSANDTHS

export const recallLook = ({ endedAt }: Pick<RecallItem, 'endedAt'>): Look =>
  endedAt === null
    ? { tone: 'bad', icon: 'alert', word: 'hq.recalls.status.open' }
    : { tone: 'unknown', icon: 'check', word: 'hq.recalls.status.ended' }

/** How the server is asked for what the list shows. */
export const activeOf = (shown: string): boolean | null => (shown === 'all' ? null : shown !== 'ended')

/** What a trace's rows add up to, figure by figure. */
export const totalsOf = (stores: Pick<RecallStore, (typeof FIGURES)[number]>[]): Record<string, string> =>
  Object.fromEntries(FIGURES.map((figure) => [figure, String(sum(stores.map((store) => store[figure])))]))

/**
 * What a recall of a product's chosen lots would reach. Each lot knows how many stores have it, not which, so of several
 * only the most is known, unless the stores that have any of the product leave no doubt.
 */
export function reachOfLots(
  lots: Pick<ProductLot, 'id' | 'onHand' | 'stores'>[],
  chosen: readonly string[],
  everywhere: number,
): RecallReach {
  const those = lots.filter(({ id, onHand }) => chosen.includes(id) && Number(onHand) > 0)
  const least = Math.max(0, ...those.map(({ stores }) => stores))
  const all = those.reduce((total, each) => total + each.stores, 0)
  const stores = Math.max(least, Math.min(all, everywhere))
  return { stores, units: sum(those.map(({ onHand }) => onHand)), exact: stores === least }
}

/** What a recall of all of a product would reach, by the list of stock, which may hold other products too. */
export function reachOfAll(rows: { productId: string; quantity: string }[], product: string): RecallReach {
  const held = rows.filter(({ productId, quantity }) => productId === product && Number(quantity) > 0)
  return { stores: held.length, units: sum(held.map(({ quantity }) => quantity)), exact: true }
}

/** Turn one lot on or off among those to recall; `null` is all of them, and choosing one begins anew. */
export function turned(chosen: string[] | null, id: string): string[] {
  if (chosen === null) return [id]
  return chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]
}
