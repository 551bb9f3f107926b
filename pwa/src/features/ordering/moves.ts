import type { RebalanceLine } from '@/api/types'
import type { StoreOrdering } from '@/offline/ordering/reads'

/** What another store could give of a product, and which. */
export interface MoveInView {
  fromName: string
  quantity: string
}

/** What others could give to a store, by product, as far as nobody decided; of several the first. */
export function movesTo({ rebalances, store }: Pick<StoreOrdering, 'rebalances' | 'store'>): Map<string, MoveInView> {
  const found = new Map<string, MoveInView>()
  for (const { rebalance, said } of rebalances) {
    if (rebalance.toStoreId !== store.id || (said !== null && said.state !== 'refused')) continue
    for (const { productId, quantity } of rebalance.lines) {
      if (!found.has(productId)) found.set(productId, { fromName: rebalance.fromName, quantity })
    }
  }
  return found
}

type Numbers = NonNullable<RebalanceLine['arithmetic']>

/** The arithmetic of a transfer as it adds up on the screen: what is there, goes elsewhere, is kept, is left. */
export const givenBy = ({ stock, promised, keeps, excess }: Numbers): string =>
  promised === '0' ? `${stock} − ${keeps} = ${excess}` : `${stock} − ${promised} − ${keeps} = ${excess}`
