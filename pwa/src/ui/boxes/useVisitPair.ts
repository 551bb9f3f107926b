import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { ShelfHistory } from '@/api/types'

export type ShelfVisit = ShelfHistory['points'][number]

interface VisitPair {
  visit: ComputedRef<ShelfVisit | null>
  /** The visits that the chosen one can be held against, the latest first. */
  others: ComputedRef<ShelfVisit[]>
  other: Ref<string | null>
  /** Both in the order of time; null with one visit only. */
  pair: ComputedRef<{ before: ShelfVisit; after: ShelfVisit } | null>
}

/** One visit of a shelf against any other; at first the one before it, and the next where there is none. */
export function useVisitPair(visits: () => readonly ShelfVisit[], chosen: () => string | null): VisitPair {
  const place = (id: string | null) => visits().findIndex(({ inspectionId }) => inspectionId === id)
  const find = (id: string | null) => visits()[place(id)] ?? null
  const other = ref<string | null>(null)
  const visit = computed(() => find(chosen()))
  watch(
    () => visit.value?.inspectionId,
    () => {
      const at = place(chosen())
      other.value = at < 0 ? null : ((visits()[at - 1] ?? visits()[at + 1])?.inspectionId ?? null)
    },
    { immediate: true },
  )
  return {
    visit,
    others: computed(() =>
      visits()
        .filter(({ inspectionId }) => inspectionId !== chosen())
        .reverse(),
    ),
    other,
    pair: computed(() => {
      const [one, two] = [visit.value, find(other.value)]
      if (!one || !two || one.photoId === two.photoId) return null
      return one.at < two.at ? { before: one, after: two } : { before: two, after: one }
    }),
  }
}
