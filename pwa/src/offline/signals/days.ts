import type { Store } from '@/api/types'
import { dayNumber } from '../freshness/overlay'

const DAY_MS = 86_400_000

/** The store's business day at a moment (2026-11-29). */
export const businessDay = (store: Pick<Store, 'timeZone' | 'businessDayCut'>, at: number): string =>
  new Date(dayNumber(store, at) * DAY_MS).toISOString().slice(0, 10)
