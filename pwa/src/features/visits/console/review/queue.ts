import { computed, watchEffect, type ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useFilter } from '@/ui/console/address'
import { today } from '@/ui/console/moment'

export const STANDS = ['waiting', 'returned', 'approved', 'all'] as const
export const LOOKS = ['critical', 'flagged', 'brief'] as const
export const BRIEF_MINUTES = 10
const DAYS = 30
const DAY_MS = 86_400_000

type Stand = (typeof STANDS)[number]
type Asked = Record<string, string | number | boolean | null>
interface Days {
  from: string | null
  to: string | null
}

export interface QueueFilters {
  /** What the list and the figures are asked with. */
  asked: ComputedRef<Asked>
  stand: ComputedRef<Exclude<Stand, 'all'> | null>
  /** The days, where they are others than the last thirty; empty otherwise. */
  otherDays: ComputedRef<string>
}

const daysBefore = (day: string, days: number) => new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10)
const lastDays = (): { from: string; to: string } => ({ from: daysBefore(today(), DAYS - 1), to: today() })

/** What is asked to count the visits before the days that are shown; null where all days are. */
export function olderThan({ from, ...asked }: Asked): Asked | null {
  return typeof from === 'string' ? { ...asked, from: null, to: daysBefore(from, 1) } : null
}

/** Days without any in the address: every day where it says so, else the last thirty. */
function useDays(): ComputedRef<Days> {
  const [from, to, period] = [useFilter('from'), useFilter('to'), useFilter('period')]
  return computed(() => {
    if (from.value || to.value || period.value === 'all') return { from: from.value || null, to: to.value || null }
    return lastDays()
  })
}

/** Put the days that hold when none are asked for into the address, so that the filter shows them. */
export function useDaysInAddress(): void {
  const route = useRoute()
  const router = useRouter()
  watchEffect(() => {
    const { from, to, period } = route.query
    const here = route.matched.some((each) => each.name === 'reviews')
    if (here && !from && !to && period !== 'all') void router.replace({ query: { ...route.query, ...lastDays() } })
  })
}

/** What the queue shows, as the address has it: the last thirty days' visits that wait, unless others are asked for. */
export function useQueueFilters(): QueueFilters {
  const [place, inspector, below] = [useFilter('place'), useFilter('inspector'), useFilter('below')]
  const [look, stand, days] = [useFilter('look'), useFilter('stand'), useDays()]
  return {
    asked: computed(() => ({
      place: place.value || null,
      inspector: inspector.value || null,
      below: below.value || null,
      critical: look.value === 'critical' || null,
      flagged: look.value === 'flagged' || null,
      brief: look.value === 'brief' ? BRIEF_MINUTES : null,
      ...days.value,
    })),
    stand: computed(() => {
      const wanted = STANDS.find((each) => each === stand.value) ?? 'waiting'
      return wanted === 'all' ? null : wanted
    }),
    otherDays: computed(() => {
      const { from, to } = days.value
      const last = lastDays()
      return from === last.from && to === last.to ? '' : `${from ?? ''}/${to ?? ''}`
    }),
  }
}
