import type { RouteLocationRaw } from 'vue-router'
import type { CountAccuracy } from '@/api/console/types'

/** Whose accuracy a row tells, and where it leads. */
export interface AccuracyRow {
  id: string
  name: string
  note: string
  to: RouteLocationRaw | null
  accuracy: CountAccuracy['whole']
}

/** A part of a whole with one decimal, since accuracy differs in tenths; nothing of nothing is unknown. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)}%`
}
