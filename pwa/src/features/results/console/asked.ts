import { computed, type ComputedRef } from 'vue'
import { useRoute, type RouteLocationRaw } from 'vue-router'
import { useFilter } from '@/ui/console/address'

export const BY = ['store', 'region', 'source', 'category'] as const

/** What the tables can be in the order of, and which end comes first: what needs somebody's attention. */
export const SORTS = {
  accuracy: false,
  value_added: false,
  out_rate: true,
  stock_days: true,
  waste: true,
  fill_rate: false,
  on_time: false,
  waited: true,
} as const

export const KINDS = [
  'accuracy',
  'overrides',
  'out',
  'stock',
  'waste',
  'fill',
  'on-time',
  'approvals',
  'claims',
] as const
export type Kind = (typeof KINDS)[number]
export type Query = Record<string, string>

/** The page's filters as the server asks for them, read from the address. */
export function useAsked(): ComputedRef<Query> {
  const names = ['from', 'to', 'place', 'source', 'category'] as const
  const filters = names.map((name) => [name, useFilter(name)] as const)
  return computed(() =>
    Object.fromEntries(filters.flatMap(([name, { value }]) => (value === '' ? [] : [[name, value]]))),
  )
}

/** The same, narrowed to the row of the table that was opened. */
export function useNarrowed(): ComputedRef<Query> {
  const asked = useAsked()
  const [by, of] = [useFilter('by'), useFilter('of')]
  return computed(() => {
    if (of.value === '') return asked.value
    const name = by.value === 'source' || by.value === 'category' ? by.value : 'place'
    return { ...asked.value, [name]: of.value }
  })
}

/** Where the rows behind a figure are shown, of one row of the table or of all. */
export function useRowsOf(): (kind: Kind, of?: string) => RouteLocationRaw {
  const route = useRoute()
  return (kind, of) => ({ name: 'ordering-result-rows', params: { kind }, query: { ...route.query, of } })
}

export const search = (query: Query): string => new URLSearchParams(query).toString()
