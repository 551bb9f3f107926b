import type { OrderStand } from '@/offline/ordering/overlay'
import type { IconName } from '../icons'
import type { Tone } from '../tones'

interface OrderLook {
  tone: Tone
  icon: IconName
  word: string
}

const LOOKS: Record<OrderStand, OrderLook> = {
  unsent: { tone: 'unknown', icon: 'arrowUp', word: 'ordering.state.unsent' },
  notTaken: { tone: 'bad', icon: 'alert', word: 'ordering.state.notTaken' },
  refused: { tone: 'bad', icon: 'cross', word: 'ordering.state.refused' },
  draft: { tone: 'unknown', icon: 'list', word: 'ordering.state.draft' },
  returned: { tone: 'attention', icon: 'undo', word: 'ordering.state.returned' },
  waiting: { tone: 'attention', icon: 'clock', word: 'ordering.state.waiting' },
  approved: { tone: 'info', icon: 'check', word: 'ordering.state.approved' },
  accepted: { tone: 'info', icon: 'check', word: 'ordering.state.accepted' },
  partly_shipped: { tone: 'info', icon: 'arrowUp', word: 'ordering.state.partly_shipped' },
  shipped: { tone: 'info', icon: 'arrowUp', word: 'ordering.state.shipped' },
  partly_received: { tone: 'attention', icon: 'check', word: 'ordering.state.partly_received' },
  received: { tone: 'good', icon: 'check', word: 'ordering.state.received' },
  closed: { tone: 'good', icon: 'check', word: 'ordering.state.closed' },
  cancelled: { tone: 'unknown', icon: 'cross', word: 'ordering.state.cancelled' },
}

export const orderLook = (stand: OrderStand): OrderLook => LOOKS[stand]

/** How long is left until a cut-off, in whole hours and minutes; null once it has passed. */
export function leftUntil(at: string, now: number): { hours: number; minutes: number } | null {
  const minutes = Math.ceil((Date.parse(at) - now) / 60_000)
  return minutes <= 0 ? null : { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}
