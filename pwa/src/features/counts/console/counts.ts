import { onChange } from '@/api/console/live'
import { useResource, type Resource } from '@/api/console/resource'
import { useDesk } from '@/api/console/session'
import type { Count, CountItem, Variance } from '@/api/console/types'
import type { Look } from '@/ui/tones'

export const STATUSES = ['open', 'recount', 'submitted', 'approved', 'cancelled'] as const
export const KINDS = ['full', 'category', 'cycle', 'spot'] as const
export const PLACES = ['shelf', 'back_room'] as const
export const REASONS = [
  'miscounted_before',
  'received_wrong',
  'sold_as_another',
  'unrecorded_waste',
  'unrecorded_transfer',
  'theft',
  'other',
] as const
export const DECISIONS = ['zero', 'keep'] as const
export const GROUPS = ['all', 'differing', 'uncounted', 'recount', 'open'] as const

export type Reason = NonNullable<Variance['reason']>
export type Decision = NonNullable<Variance['decision']>

const LOOKS: Record<Count['status'], Look> = {
  open: { tone: 'info', icon: 'list', word: 'hq.counts.status.open' },
  recount: { tone: 'attention', icon: 'refresh', word: 'hq.counts.status.recount' },
  submitted: { tone: 'attention', icon: 'clock', word: 'hq.counts.status.submitted' },
  approved: { tone: 'good', icon: 'check', word: 'hq.counts.status.approved' },
  cancelled: { tone: 'unknown', icon: 'cross', word: 'hq.counts.status.cancelled' },
}
export const countLook = (status: Count['status']): Look => LOOKS[status]

/** Whether lines are still being taken. */
export const isLive = ({ status }: Pick<Count, 'status'>): boolean => status === 'open' || status === 'recount'

/** Whether a count should have ended by now. */
export const isOverdue = (count: Pick<CountItem, 'status' | 'windowUntil'>, now: number): boolean =>
  isLive(count) && count.windowUntil !== null && Date.parse(count.windowUntil) < now

/** One count, read again whenever something happens to it. */
export function useCount(id: string): Resource<Count> {
  const { api } = useDesk()
  const count = useResource(() => api.read<Count>('/api/counts/{id}', { path: { id } }))
  onChange(
    ['counts.'],
    () => void count.reload(),
    () => id,
  )
  return count
}
