import type { Place, Store } from '@/api/console/types'

/** What people call a place: the name they gave it, else what it is at a store or a warehouse. */
export function placeName(
  t: (key: string) => string,
  { kind, name }: Pick<Place, 'kind' | 'name'>,
  store: Store['kind'],
): string {
  if (name !== '') return name
  return t(store === 'warehouse' ? `hq.places.warehouse.${kind}` : `hq.stock.place.${kind}`)
}
