import type { LabelExport } from '@/api/console/types'
import type { Look } from '@/ui/tones'

const LOOKS: Record<LabelExport['state'], Look> = {
  pending: { tone: 'info', icon: 'clock', word: 'hq.labels.state.pending' },
  ready: { tone: 'good', icon: 'check', word: 'hq.labels.state.ready' },
  failed: { tone: 'bad', icon: 'alert', word: 'hq.labels.state.failed' },
}

export const exportLook = (state: LabelExport['state']): Look => LOOKS[state]
