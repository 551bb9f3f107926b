import type { LotView, Stand } from '@/offline/freshness/overlay'
import type { IconName } from '@/ui/icons'
import type { Tone } from '@/ui/tones'

export const STANDS = ['expired', 'today', 'near'] as const

export const STAND_LOOKS: Record<Stand, { tone: Tone; icon: IconName }> = {
  expired: { tone: 'bad', icon: 'alert' },
  today: { tone: 'attention', icon: 'clock' },
  near: { tone: 'info', icon: 'clock' },
}

/** Lots by how they stand, those past their last day first; of one product only, where one was scanned. */
export function groupsOf(lots: LotView[], productId: string | null): { stand: Stand; lots: LotView[] }[] {
  const shown = lots.filter(({ lot }) => productId === null || lot.productId === productId)
  return STANDS.map((stand) => ({ stand, lots: shown.filter((each) => each.stand === stand) })).filter(
    ({ lots: some }) => some.length > 0,
  )
}

/**
 * What may still be done about a lot: what has passed its last day is sold at no price, what is withdrawn is off until it
 * has a new one.
 */
export function stepsOf({ lot, stand, left }: LotView): { markDown: boolean; withdraw: boolean; waste: boolean } {
  const off = lot.step?.kind === 'withdrawn'
  const gone = left === 0
  return { markDown: stand !== 'expired' && !gone, withdraw: !off && !gone, waste: !gone }
}
