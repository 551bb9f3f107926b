import { computed, inject, provide, type InjectionKey, type Ref } from 'vue'
import { ApiError } from '@/api/problem'
import type { Lack } from './lacks'

export interface Faults {
  /** What is wrong with one field. */
  at(field: string): string
  /** Whether something is wrong with it or anything in it. */
  below(path: string): boolean
}

const FAULTS: InjectionKey<Faults> = Symbol('faults')
const NONE: Faults = { at: () => '', below: () => false }

/** Tell the fields of a form what the page misses, and else what the server had to say about them. */
export function provideFaults(lacks: Ref<Lack[]>, error: Readonly<Ref<unknown>>, say: (lack: Lack) => string): Faults {
  const told = computed(() => {
    const server = error.value instanceof ApiError ? error.value.problem.errors : []
    const fields = new Map(server.flatMap(({ field, message }) => (field ? [[field, message] as const] : [])))
    for (const lack of lacks.value) fields.set(lack.field, say(lack))
    return fields
  })
  const faults: Faults = {
    at: (field) => told.value.get(field) ?? '',
    below: (path) =>
      [...told.value.keys()].some(
        (field) => field === path || (/^[.[]/.test(field.slice(path.length)) && field.startsWith(path)),
      ),
  }
  provide(FAULTS, faults)
  return faults
}

/** What is wrong with the fields of the form around. */
export const useFaults = (): Faults => inject(FAULTS, NONE)
