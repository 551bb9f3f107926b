import type { Reading } from '@/api/types'

export type Row = Reading['rows'][number]

interface RowPair {
  before: Row | null
  after: Row | null
}

const middle = ({ y0, y1 }: Row) => (y0 + y1) / 2
/** What it costs to leave a row alone: two rows further apart than twice this are not one. */
const ALONE = 0.1

/**
 * Match the rows of two photos of one shelf, from the top down and never crosswise. As many on both: one to one, since
 * the two were hardly taken from the same spot. Else those that lie nearest, and what is left stands alone.
 */
export function pairRows(before: readonly Row[], after: readonly Row[]): RowPair[] {
  const [old, fresh] = [sorted(before), sorted(after)]
  if (old.length === fresh.length) return old.map((row, at) => ({ before: row, after: fresh[at] ?? null }))
  return aligned(old, fresh)
}

const sorted = (rows: readonly Row[]) => [...rows].sort((a, b) => middle(a) - middle(b))

/** The cheapest alignment: what the rest costs from each place on, then the way along it. */
function aligned(old: readonly Row[], fresh: readonly Row[]): RowPair[] {
  const cost = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0))
  const at = (i: number, j: number) => cost[i]?.[j] ?? Infinity
  const apart = (i: number, j: number) => {
    const [one, other] = [old[i], fresh[j]]
    return one && other ? Math.abs(middle(one) - middle(other)) : Infinity
  }
  for (let i = old.length; i >= 0; i--)
    for (let j = fresh.length; j >= 0; j--) {
      if (i === old.length && j === fresh.length) continue
      const row = cost[i]
      if (row) row[j] = Math.min(at(i + 1, j + 1) + apart(i, j), at(i + 1, j) + ALONE, at(i, j + 1) + ALONE)
    }
  const pairs: RowPair[] = []
  for (let i = 0, j = 0; i < old.length || j < fresh.length;) {
    const together = at(i + 1, j + 1) + apart(i, j)
    if (together <= at(i, j)) pairs.push({ before: old[i++] ?? null, after: fresh[j++] ?? null })
    else if (at(i + 1, j) + ALONE <= at(i, j)) pairs.push({ before: old[i++] ?? null, after: null })
    else pairs.push({ before: null, after: fresh[j++] ?? null })
  }
  return pairs
}
