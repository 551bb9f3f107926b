import { computed, type ComputedRef } from 'vue'
import { useFilter } from '@/ui/console/address'

/** The page's filters as the server asks for them, read from the address. */
export function useAsked(): ComputedRef<Record<string, string>> {
  const names = ['from', 'to', 'place', 'kind'] as const
  const filters = names.map((name) => [name, useFilter(name)] as const)
  return computed(() =>
    Object.fromEntries(filters.flatMap(([name, { value }]) => (value === '' ? [] : [[name, value]]))),
  )
}
