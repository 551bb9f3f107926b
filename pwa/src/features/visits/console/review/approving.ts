import { readonly, ref, type Ref, type ShallowRef } from 'vue'
import { useAct } from '@/api/console/act'
import { useDesk } from '@/api/console/session'
import type { ReviewItem, VisitsApproved } from '@/api/console/types'
import type { Page } from '@/api/types'
import { useQueueFilters } from './queue'

// So many go with one command and come with one page.
const AT_ONCE = 100

export type Told = VisitsApproved['visits']
export interface Approving {
  busy: Readonly<Ref<boolean>>
  error: Readonly<ShallowRef<unknown>>
  /** How many of those under way have been answered. */
  answered: Readonly<Ref<number>>
  /** Approve exactly these, and return what was told of them; where the connection broke, of fewer. */
  approve(visits: readonly ReviewItem[]): Promise<Told>
}

/** Approve visits, as many as there are: in parts, each of them judged by itself. Again changes nothing. */
export function useApproving(): Approving {
  const { api } = useDesk()
  const { busy, error, run } = useAct()
  const answered = ref(0)
  async function approve(visits: readonly ReviewItem[]): Promise<Told> {
    const told: Told = []
    answered.value = 0
    await run(async () => {
      for (let at = 0; at < visits.length; at += AT_ONCE) {
        const part = visits.slice(at, at + AT_ONCE).map(({ id, version }) => ({ visitId: id, ifVersion: version }))
        const given = { body: { visits: part }, key: crypto.randomUUID() }
        told.push(...(await api.command<VisitsApproved>('POST', '/api/visit-reviews/approval', given)).visits)
        answered.value = told.length
      }
    })
    return told
  }
  return { busy, error, answered: readonly(answered), approve }
}

/** Read all visits of the queue that the filters match, beyond what the list shows. */
export function useWholeQueue(): () => Promise<ReviewItem[]> {
  const { api } = useDesk()
  const { asked, stand } = useQueueFilters()
  return async () => {
    const query = { ...asked.value, stand: stand.value, limit: AT_ONCE }
    const rows: ReviewItem[] = []
    let cursor: string | null = null
    do {
      const part: Page<ReviewItem> = await api.read('/api/visit-reviews', { query: { ...query, cursor } })
      rows.push(...part.items)
      cursor = part.next
    } while (cursor !== null)
    return rows
  }
}
