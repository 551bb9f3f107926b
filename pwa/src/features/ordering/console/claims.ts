import type { OrderClaim } from '@/api/console/types'
import type { Look } from '@/ui/tones'

export const CLAIM_STATES = ['open', 'settled', 'refused'] as const satisfies OrderClaim['state'][]
export const CLAIM_KINDS = ['shortage', 'damage', 'return'] as const satisfies OrderClaim['kind'][]

const LOOKS: Record<OrderClaim['state'], Look> = {
  open: { tone: 'attention', icon: 'alert', word: 'hq.orders.claimState.open' },
  settled: { tone: 'good', icon: 'check', word: 'hq.orders.claimState.settled' },
  refused: { tone: 'unknown', icon: 'cross', word: 'hq.orders.claimState.refused' },
}

export const claimLook = (state: OrderClaim['state']): Look => LOOKS[state]
