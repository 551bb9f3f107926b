import { computed, type ComputedRef } from 'vue'
import { useListing, useResource, type Listing, type Resource } from '@/api/console/resource'
import { useDesk } from '@/api/console/session'
import type { TaskCounts, TaskItem, TaskPerson } from '@/api/console/types'
import { useFilter } from '@/ui/console/address'

export const STATUSES = ['open', 'blocked', 'answered', 'accepted', 'withdrawn'] as const
export const KINDS = ['rectification', 'manual'] as const
/** What a list can be narrowed to besides state, store and kind. */
export const NARROWINGS = ['late', 'nobody', 'repeated'] as const

export interface Wanted {
  store: string
  kind: string
  mine: boolean
  only: string
}

/** What the address asks for, but for the state, which a board shows in columns. */
export function useWanted(): ComputedRef<Wanted> {
  const [store, kind, mine, only] = [useFilter('store'), useFilter('kind'), useFilter('mine'), useFilter('only')]
  return computed(() => ({ store: store.value, kind: kind.value, mine: mine.value === '1', only: only.value }))
}

const asked = ({ store, kind, mine, only }: Wanted) => ({
  store,
  kind,
  mine: mine ? true : null,
  ...Object.fromEntries(NARROWINGS.map((name) => [name, only === name ? true : null])),
})

/** The tasks that filters ask for, page by page, fresh as they change. */
export function useTasks(wanted: () => Wanted, status: () => string): Listing<TaskItem> {
  const { api } = useDesk()
  const query = () => ({ ...asked(wanted()), status: status() })
  return useListing<TaskItem>((cursor) => api.read('/api/tasks', { query: { ...query(), cursor } }), {
    of: () => JSON.stringify(query()),
    live: ['tasks.'],
  })
}

/** How many tasks the same filters find, by state. */
export function useCounts(wanted: () => Wanted): Resource<TaskCounts> {
  const { api } = useDesk()
  return useResource(() => api.read<TaskCounts>('/api/tasks/counts', { query: asked(wanted()) }), {
    of: () => JSON.stringify(wanted()),
    live: ['tasks.'],
  })
}

/** Who may answer tasks at a store, who leads it first. */
export function usePeople(storeId: () => string): Resource<TaskPerson[]> {
  const { api } = useDesk()
  const read = async () => {
    if (storeId() === '') return []
    const path = { store_id: storeId() }
    return (await api.read<{ items: TaskPerson[] }>('/api/tasks/people/{store_id}', { path })).items
  }
  return useResource(read, { of: storeId })
}
