import { useListing, type Listing } from '@/api/console/resource'
import { useDesk } from '@/api/console/session'
import type { TaskItem } from '@/api/console/types'

interface Wanted {
  status: string
  store: string
  mine: boolean
}

/** The tasks that filters ask for, page by page, fresh as they change. */
export function useTasks(wanted: () => Wanted): Listing<TaskItem> {
  const { api } = useDesk()
  const query = () => {
    const { status, store, mine } = wanted()
    return { status, store, mine: mine ? true : null }
  }
  return useListing<TaskItem>((cursor) => api.read('/api/tasks', { query: { ...query(), cursor } }), {
    of: () => JSON.stringify(query()),
    live: ['tasks.'],
  })
}
