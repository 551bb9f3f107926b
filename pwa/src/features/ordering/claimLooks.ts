import type { OrderClaim } from '@/api/types'
import type { Look } from '@/ui/tones'

const LOOKS: Record<OrderClaim['state'], Look> = {
  open: { tone: 'attention', icon: 'clock', word: 'claims.state.open' },
  settled: { tone: 'good', icon: 'check', word: 'claims.state.settled' },
  refused: { tone: 'bad', icon: 'cross', word: 'claims.state.refused' },
}

export const claimLook = (state: OrderClaim['state']): Look => LOOKS[state]
