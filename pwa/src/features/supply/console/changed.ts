import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { ApiError } from '@/api/problem'

/** What somebody else made of a thing while it was being edited: told by the refusal of what was typed. */
export interface Changed<T> {
  /** The version that is meant to be changed. */
  version: Ref<number>
  /** What holds now, until one of both was chosen. */
  now: ComputedRef<T | null>
  /** What was typed shall stand: it is sent against what holds now. */
  keep(): void
  seen: Ref<boolean>
}

export function useChanged<T extends { version?: number }>(first: number, error: Readonly<Ref<unknown>>): Changed<T> {
  const version = ref(first)
  const seen = ref(true)
  const told = computed(() => {
    const caught = error.value
    return caught instanceof ApiError && caught.status === 409 ? (caught.problem.current as T | null) : null
  })
  watch(told, (current) => (seen.value = current === null))
  return {
    version,
    seen,
    now: computed(() => (seen.value ? null : told.value)),
    keep: () => {
      version.value = told.value?.version ?? 0
      seen.value = true
    },
  }
}
