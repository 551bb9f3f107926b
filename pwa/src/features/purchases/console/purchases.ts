import type { Purchase, PurchaseNeed, PurchasePart } from '@/api/console/types'
import type { Look } from '@/ui/tones'

export const PURCHASE_STATES = [
  'waiting',
  'failed',
  'sent',
  'opened',
  'confirmed',
  'refused',
] as const satisfies Purchase['state'][]

const LOOKS: Record<Purchase['state'], Look> = {
  waiting: { tone: 'attention', icon: 'clock', word: 'hq.purchases.state.waiting' },
  failed: { tone: 'bad', icon: 'alert', word: 'hq.purchases.state.failed' },
  sent: { tone: 'info', icon: 'arrowUp', word: 'hq.purchases.state.sent' },
  opened: { tone: 'info', icon: 'list', word: 'hq.purchases.state.opened' },
  confirmed: { tone: 'good', icon: 'check', word: 'hq.purchases.state.confirmed' },
  refused: { tone: 'bad', icon: 'cross', word: 'hq.purchases.state.refused' },
}
const HANDED_OVER: Look = { tone: 'attention', icon: 'download', word: 'hq.purchases.state.toHandOver' }

/** How an order to a supplier looks; a file waits for somebody to hand it over, not for us. */
export function purchaseLook({ state, way }: Pick<Purchase, 'state' | 'way'>): Look {
  return state === 'waiting' && way === 'file' ? HANDED_OVER : LOOKS[state]
}

const OUTCOMES: Record<NonNullable<PurchasePart['outcome']>, Look> = {
  accepted: { tone: 'good', icon: 'check', word: 'hq.purchases.outcome.accepted' },
  refused: { tone: 'bad', icon: 'cross', word: 'hq.purchases.outcome.refused' },
  gone: { tone: 'unknown', icon: 'minus', word: 'hq.purchases.outcome.gone' },
}

export const outcomeLook = (outcome: NonNullable<PurchasePart['outcome']>): Look => OUTCOMES[outcome]

/** By how much what is ordered for the day falls short of what the supplier takes orders from. */
export const lacksOfLeast = (need: PurchaseNeed): number => Math.max(need.leastCents - need.cents - need.sentCents, 0)
