import type { OrderStand } from '@/offline/ordering/overlay'
import { orderStateLook, type Look } from '../tones'

const UNSENT: Look = { tone: 'unknown', icon: 'arrowUp', word: 'orders.state.unsent' }
const NOT_TAKEN: Look = { tone: 'bad', icon: 'alert', word: 'orders.state.notTaken' }

/** An order as the phone has it: what has not reached the server yet has looks of its own. */
export function orderLook(stand: OrderStand): Look {
  if (stand === 'unsent') return UNSENT
  return stand === 'notTaken' ? NOT_TAKEN : orderStateLook(stand)
}

/** How long is left until a cut-off, in whole hours and minutes; null once it has passed. */
export function leftUntil(at: string, now: number): { hours: number; minutes: number } | null {
  const minutes = Math.ceil((Date.parse(at) - now) / 60_000)
  return minutes <= 0 ? null : { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}
