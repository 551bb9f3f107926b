import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'

export interface Picks<T> {
  /** The chosen ones among the rows that may be chosen. */
  chosen: ComputedRef<T[]>
  has(id: string): boolean
  turn(id: string): void
  /** Choose all that may be, or none when some are. */
  turnAll(): void
  clear(): void
}

/** Rows chosen for one step of many; a list that is read from nothing starts with none. */
export function usePicks<T extends { id: string }>(rows: Ref<T[] | null>, may: (row: T) => boolean): Picks<T> {
  const ids = ref(new Set<string>())
  const choosable = computed(() => (rows.value ?? []).filter(may))
  const chosen = computed(() => choosable.value.filter(({ id }) => ids.value.has(id)))
  const clear = () => (ids.value = new Set())
  watch(
    () => rows.value === null,
    (gone) => {
      if (gone) clear()
    },
  )
  return {
    chosen,
    has: (id) => ids.value.has(id),
    turn(id) {
      const next = new Set(ids.value)
      if (!next.delete(id)) next.add(id)
      ids.value = next
    },
    turnAll: () => (ids.value = new Set(chosen.value.length > 0 ? [] : choosable.value.map(({ id }) => id))),
    clear,
  }
}
