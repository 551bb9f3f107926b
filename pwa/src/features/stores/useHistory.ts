import { shallowRef, type ShallowRef } from 'vue'
import { ApiError, NoAnswer } from '@/api/problem'
import type { Page, VisitSummary } from '@/api/types'
import { OtherAccount } from '@/offline/send'
import { useEngine } from '@/offline/vue/session'

const MOST = 10

/** A store's latest visits from the server; the phone itself keeps only those of today and the open ones. */
export function useHistory(storeId: string): Readonly<ShallowRef<VisitSummary[]>> {
  const engine = useEngine()
  const visits = shallowRef<VisitSummary[]>([])

  async function load(): Promise<void> {
    const path = `/api/inspections?scope=all&store=${storeId}&limit=${MOST}`
    try {
      visits.value = ((await engine.courier.read(path)).body as Page<VisitSummary>).items
    } catch (error) {
      const quiet = error instanceof NoAnswer || error instanceof ApiError || error instanceof OtherAccount
      if (!quiet) throw error
    }
  }
  void load()
  return visits
}
