import type { Rebalance } from '@/api/console/types'
import type { IconName } from '@/ui/icons'
import type { Tone } from '@/ui/tones'

const LOOKS: Record<Rebalance['state'], { tone: Tone; icon: IconName }> = {
  open: { tone: 'info', icon: 'clock' },
  accepted: { tone: 'good', icon: 'check' },
  refused: { tone: 'attention', icon: 'cross' },
  expired: { tone: 'unknown', icon: 'clock' },
}

export const moveLook = (state: Rebalance['state']): { tone: Tone; icon: IconName } => LOOKS[state]
