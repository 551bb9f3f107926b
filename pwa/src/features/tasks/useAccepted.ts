import { shallowRef, watch, type ShallowRef } from 'vue'
import type { TaskSummary } from '@/api/types'
import { outOfReach } from '@/offline/send'
import { useEngine } from '@/offline/vue/session'

const MOST = 50

/**
 * The newest accepted tasks from the server, of one store or all, asked for once they are wanted: a phone keeps only what
 * is not done. `null` while it has not told.
 */
export function useAccepted(
  wanted: () => boolean,
  storeId: () => string | null,
): Readonly<ShallowRef<TaskSummary[] | null>> {
  const engine = useEngine()
  const tasks = shallowRef<TaskSummary[] | null>(null)

  async function load(store: string | null): Promise<void> {
    const query = { status: 'accepted', limit: MOST, ...(store ? { store } : {}) } as const
    try {
      tasks.value = (await engine.courier.read('/api/tasks', { query })).items
    } catch (error) {
      if (!outOfReach(error)) throw error
    }
  }
  watch([wanted, storeId], ([now, store]) => void (now && load(store)), { immediate: true })
  return tasks
}

/** Those told by the server and those accepted here, the newest first. */
export function newestFirst(here: readonly TaskSummary[], told: readonly TaskSummary[]): TaskSummary[] {
  const all = new Map([...told, ...here].map((task) => [task.id, task]))
  return [...all.values()].sort((a, b) => b.openedAt.localeCompare(a.openedAt))
}
