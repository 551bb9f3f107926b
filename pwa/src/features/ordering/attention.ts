import type { SuggestionLine } from '@/api/types'
import type { IconName } from '@/ui/icons'
import type { Tone } from '@/ui/tones'

type Flag = SuggestionLine['attention'][number]

const LOOKS: Record<Flag, { tone: Tone; icon: IconName }> = {
  below_zero: { tone: 'bad', icon: 'alert' },
  out_of_stock: { tone: 'attention', icon: 'alert' },
  counted: { tone: 'info', icon: 'scan' },
  spoils: { tone: 'attention', icon: 'clock' },
  new: { tone: 'info', icon: 'plus' },
  promotion: { tone: 'info', icon: 'bell' },
  budget: { tone: 'attention', icon: 'minus' },
  changed: { tone: 'info', icon: 'refresh' },
  jump: { tone: 'attention', icon: 'arrowUp' },
  price: { tone: 'info', icon: 'refresh' },
  transfer: { tone: 'info', icon: 'store' },
  must_order: { tone: 'attention', icon: 'alert' },
}

export const toneOf = (flag: Flag): Tone => LOOKS[flag].tone
export const iconOf = (flag: Flag): IconName => LOOKS[flag].icon
