import type { Store } from '@/api/console/types'
import type { Look } from '@/ui/tones'

export const FORMATS = ['convenience', 'grocery', 'fresh', 'bakery', 'drinks', 'restaurant'] as const
export const STATUSES = ['preparing', 'open', 'closed'] as const

const LOOKS: Record<Store['status'], Look> = {
  preparing: { tone: 'info', icon: 'clock', word: 'hq.stores.status.preparing' },
  open: { tone: 'good', icon: 'check', word: 'hq.stores.status.open' },
  closed: { tone: 'unknown', icon: 'cross', word: 'hq.stores.status.closed' },
}

export const storeLook = (status: Store['status']): Look => LOOKS[status]
