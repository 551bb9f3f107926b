import { computed, type ComputedRef } from 'vue'
import { useFilter } from '@/ui/console/address'

export const STANDS = ['waiting', 'returned', 'approved', 'all'] as const
export const LOOKS = ['critical', 'flagged', 'brief'] as const
export const BRIEF_MINUTES = 10

type Stand = (typeof STANDS)[number]

export interface QueueFilters {
  /** What the list and the figures are asked with. */
  asked: ComputedRef<Record<string, string | number | boolean | null>>
  stand: ComputedRef<Exclude<Stand, 'all'> | null>
}

/** What the queue shows, as the address has it: visits that wait for a look, until something else is asked for. */
export function useQueueFilters(): QueueFilters {
  const [place, inspector, below] = [useFilter('place'), useFilter('inspector'), useFilter('below')]
  const [look, stand, from, to] = [useFilter('look'), useFilter('stand'), useFilter('from'), useFilter('to')]
  return {
    asked: computed(() => ({
      place: place.value || null,
      inspector: inspector.value || null,
      below: below.value || null,
      critical: look.value === 'critical' || null,
      flagged: look.value === 'flagged' || null,
      brief: look.value === 'brief' ? BRIEF_MINUTES : null,
      from: from.value || null,
      to: to.value || null,
    })),
    stand: computed(() => {
      const wanted = STANDS.find((each) => each === stand.value) ?? 'waiting'
      return wanted === 'all' ? null : wanted
    }),
  }
}
