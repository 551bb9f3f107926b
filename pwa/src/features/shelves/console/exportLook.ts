import type { LabelExport } from '@/api/console/types'
import type { Look } from '@/ui/tones'

const LOOKS: Record<LabelExport['state'], Look> = {
  pending: { tone: 'info', icon: 'clock', word: 'hq.labels.state.pending' },
  ready: { tone: 'good', icon: 'check', word: 'hq.labels.state.ready' },
  failed: { tone: 'bad', icon: 'alert', word: 'hq.labels.state.failed' },
}

export const exportLook = (state: LabelExport['state']): Look => LOOKS[state]

type Division = NonNullable<NonNullable<LabelExport['counts']>['divisions']>[number]

const DIVISIONS: Record<Division, string> = {
  store: 'hq.labels.division.store',
  shelf: 'hq.labels.division.shelf',
  day: 'hq.labels.division.day',
  none: 'hq.labels.division.none',
}

/** What a set keeps on one side of training and tests. */
export const divisionWord = (division: Division): string => DIVISIONS[division]
