import { computed, type ComputedRef } from 'vue'
import type { ExpiringLot, WasteReport } from '@/api/console/types'
import { useFilter } from '@/ui/console/address'
import type { Look } from '@/ui/tones'
import { STANDS } from '../stands'

export const VIEWS = ['lots', 'ended', 'waste'] as const
export const WASTE_STATUSES = ['pending', 'posted', 'refused'] as const
export const WASTE_LOOKS: Record<WasteReport['status'], Pick<Look, 'tone' | 'icon'>> = {
  pending: { tone: 'info', icon: 'clock' },
  posted: { tone: 'good', icon: 'check' },
  refused: { tone: 'unknown', icon: 'cross' },
}

export const standOf = ({ daysLeft }: Pick<ExpiringLot, 'daysLeft'>): (typeof STANDS)[number] =>
  daysLeft < 0 ? 'expired' : daysLeft === 0 ? 'today' : 'near'

/** The store and the days that the address asks for, as figures and the lists below them send it. */
export function useSpan(): ComputedRef<{ store: string; from: string; until: string }> {
  const [store, from, to] = [useFilter('store'), useFilter('from'), useFilter('to')]
  return computed(() => ({ store: store.value, from: from.value, until: to.value }))
}
