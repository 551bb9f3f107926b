import type { ShallowRef } from 'vue'
import { useResource, type Resource } from '@/api/console/resource'
import { useDesk } from '@/api/console/session'
import type { Product, ProductLot, StockRow } from '@/api/console/types'
import type { Page } from '@/api/types'
import { reachOfAll, type RecallReach } from './recalls'

/** Rows of stock that one answer brings. */
const MOST = 5_000

/** What of a product may be called back: its lots, and how much of it there is at all, also without a lot. */
export function useRecallable(
  product: ShallowRef<Product | null>,
): Resource<{ lots: ProductLot[]; all: RecallReach } | null> {
  const { api } = useDesk()
  async function held(code: string): Promise<StockRow[]> {
    const rows: StockRow[] = []
    let cursor: string | null = null
    do {
      const query = { q: code, limit: MOST, cursor }
      const part: Page<StockRow> = await api.read('/api/stock', { query })
      rows.push(...part.items)
      cursor = part.next
    } while (cursor !== null)
    return rows
  }
  return useResource(
    async () => {
      if (product.value === null) return null
      const { id, code } = product.value
      const lots = api.read<ProductLot[]>('/api/stock/products/{product_id}/lots', { path: { product_id: id } })
      return { lots: await lots, all: reachOfAll(await held(code), id) }
    },
    { of: product },
  )
}
