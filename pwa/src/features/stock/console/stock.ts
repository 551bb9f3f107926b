import { computed, type ComputedRef } from 'vue'
import type { StockRow } from '@/api/console/types'
import { useFilter } from '@/ui/console/address'

export const FILTERS = ['store', 'region', 'kind', 'category', 'q', 'negative'] as const

/** What the list can be added up by. */
export const GROUPINGS = ['store', 'region', 'category'] as const

/** A product at a store has no id of its own on the wire: its address is made of both, and looks like no file. */
export const itemId = (row: Pick<StockRow, 'storeId' | 'productId'>): string => `${row.storeId}_${row.productId}`

/** The store and the product of such an address. */
export function placeOf(id: string): { store: string; product: string } {
  const [store = '', product = ''] = id.split('_')
  return { store, product }
}

/** What the address asks for, as the list and its totals send it. */
export function useAsked(): ComputedRef<Record<(typeof FILTERS)[number], string>> {
  const [store, region, category] = [useFilter('store'), useFilter('region'), useFilter('category')]
  const [q, negative, kind] = [useFilter('q'), useFilter('negative'), useFilter('kind')]
  return computed(() => ({
    store: store.value,
    region: region.value,
    kind: kind.value,
    category: category.value,
    q: q.value,
    negative: negative.value === '' ? '' : 'true',
  }))
}
