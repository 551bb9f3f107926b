import type { Overview } from '@/api/console/types'

type StoreRow = Overview['stores'][number]
export type StoreOrder = 'attention' | 'score' | 'region'

/** An order of the stores: most open tasks first, lowest score first, or by region. Unscored ones come last. */
export function inOrder(stores: readonly StoreRow[], order: StoreOrder): StoreRow[] {
  if (order === 'region') return [...stores]
  const score = (row: StoreRow) => row.lastScore ?? Infinity
  const byScore = (a: StoreRow, b: StoreRow) => (score(a) === score(b) ? 0 : score(a) - score(b))
  if (order === 'score') return stores.toSorted(byScore)
  return stores.toSorted((a, b) => b.openTasks - a.openTasks || byScore(a, b))
}
