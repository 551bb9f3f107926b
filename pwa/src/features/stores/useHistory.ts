import { shallowRef, type ShallowRef } from 'vue'
import type { VisitSummary } from '@/api/types'
import { outOfReach } from '@/offline/send'
import { useEngine } from '@/offline/vue/session'

const MOST = 10

/**
 * A store's visits so far from the server; the phone itself keeps only those of today and the open ones. `null` while it
 * has not told.
 */
export function useHistory(storeId: string): Readonly<ShallowRef<VisitSummary[] | null>> {
  const engine = useEngine()
  const visits = shallowRef<VisitSummary[] | null>(null)

  async function load(): Promise<void> {
    const query = { scope: 'soFar', store: storeId, limit: MOST }
    try {
      visits.value = (await engine.courier.read('/api/inspections', { query })).items
    } catch (error) {
      if (!outOfReach(error)) throw error
    }
  }
  void load()
  return visits
}
