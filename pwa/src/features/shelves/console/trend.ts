import { computed, type ComputedRef, type WritableComputedRef } from 'vue'
import { useFilter } from '@/ui/console/address'

export const BY = ['region', 'store', 'shelf'] as const
export const STEPS = ['week', 'day'] as const

interface TrendFilters {
  by: WritableComputedRef<string>
  step: WritableComputedRef<string>
  region: WritableComputedRef<string>
  store: WritableComputedRef<string>
  shelf: WritableComputedRef<string>
  /** Which photos: as the server is asked for figures, photos and sheets alike. */
  scope: ComputedRef<Record<string, string>>
}

/** What the page of availability shows, kept in its address; one store is seen shelf by shelf. */
export function useTrendFilters(): TrendFilters {
  const [by, step, region, store, shelf] = [
    useFilter('by'),
    useFilter('step'),
    useFilter('region'),
    useFilter('store'),
    useFilter('shelf'),
  ]
  const [from, to] = [useFilter('from'), useFilter('to')]
  return {
    by: computed({ get: () => by.value || (store.value ? 'shelf' : 'region'), set: (value) => (by.value = value) }),
    step: computed({ get: () => step.value || 'week', set: (value) => (step.value = value) }),
    region,
    store,
    shelf,
    scope: computed(() => ({
      region: region.value,
      store: store.value,
      shelf: shelf.value,
      from: from.value,
      to: to.value,
    })),
  }
}

/** The days of the point that begins on `date`, no more of them than the figures are of: a week may begin before. */
export function daysOf(date: string, step: string, of: { from: string; to: string }): { from: string; to: string } {
  const day = new Date(`${date}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + (step === 'week' ? 6 : 0))
  const last = day.toISOString().slice(0, 10)
  return { from: date < of.from ? of.from : date, to: last > of.to ? of.to : last }
}
