import type { Store } from '@/api/types'
import { dayNumber } from '../freshness/overlay'

const DAY_MS = 86_400_000

/** A day so many days after another one (2026-11-29). */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The store's business day at a moment. */
export const businessDay = (store: Pick<Store, 'timeZone' | 'businessDayCut'>, at: number): string =>
  new Date(dayNumber(store, at) * DAY_MS).toISOString().slice(0, 10)
