import type { Promotion, PromotionForm, PromotionItem } from '@/api/console/types'
import type { Locale, Words } from '@/api/types'
import type { Look } from '@/ui/tones'

/** What the list shows: what runs or is planned first, since that can still be changed. */
export const SHOWN = ['coming', 'over', 'all'] as const
export const KINDS = ['price', 'multi_buy', 'leaflet', 'display'] as const

export interface ProductDraft {
  id: string
  code: string
  name: Words
  /** In percent of the usual price; null: as the promotion says. */
  percent: number | null
}

/** A promotion as it is filled in; prices in percent of the usual one. */
export interface PromotionDraft {
  name: string
  kind: PromotionItem['kind']
  days: [string, string] | null
  percent: number | null
  uplift: number | null
  everywhere: boolean
  regionIds: string[]
  storeIds: string[]
  products: ProductDraft[]
  note: string
}

const HUNDRED = 100
const MILLI = 1_000
/** What a discount is off: 0.8 → 20. Whole percents, tenths where the price has them. */
const off = (discount: number): number => Math.round((1 - discount) * MILLI) / (MILLI / HUNDRED)

/** "8" of 8 折, "20%" of 20% off: each language has a way of its own. */
export const shareOf = (discount: number, locale: Locale): string =>
  locale === 'zh' ? String(Math.round(discount * MILLI) / HUNDRED) : `${off(discount)}%`

const LOOKS = {
  cancelled: { tone: 'unknown', icon: 'cross', word: 'hq.promotions.state.cancelled' },
  coming: { tone: 'info', icon: 'clock', word: 'hq.promotions.state.coming' },
  running: { tone: 'good', icon: 'check', word: 'hq.promotions.state.running' },
  over: { tone: 'unknown', icon: 'minus', word: 'hq.promotions.state.over' },
} as const satisfies Record<string, Look>

/** Where a promotion stands on a day ("2026-11-29"). */
export function promotionLook(promotion: Pick<PromotionItem, 'status' | 'firstDay' | 'lastDay'>, today: string): Look {
  if (promotion.status === 'cancelled') return LOOKS.cancelled
  if (promotion.firstDay > today) return LOOKS.coming
  return promotion.lastDay < today ? LOOKS.over : LOOKS.running
}

/** How the server is asked for what the list shows. */
export function daysOf(shown: string, today: string): { from?: string; before?: string } {
  if (shown === 'all') return {}
  return shown === 'over' ? { before: today } : { from: today }
}

/** Whether what was measured came near what was expected: within a fifth. */
export const isNear = (measured: number, expected: number): boolean => Math.abs(measured / expected - 1) <= 1 / 5

export const emptyDraft = (): PromotionDraft => ({
  name: '',
  kind: 'price',
  days: null,
  percent: 80,
  uplift: null,
  everywhere: true,
  regionIds: [],
  storeIds: [],
  products: [],
  note: '',
})

const percentOf = (discount: number | null): number | null => discount && Math.round(discount * MILLI) / 10
const discountOf = (percent: number | null): number | null => percent && Math.round(percent * 10) / MILLI

/** A promotion as the form shows it. */
export const promotionDraft = (promotion: Promotion): PromotionDraft => ({
  name: promotion.name,
  kind: promotion.kind,
  days: [promotion.firstDay, promotion.lastDay],
  percent: percentOf(promotion.discount),
  uplift: promotion.uplift,
  everywhere: promotion.everywhere,
  regionIds: promotion.places.filter(({ kind }) => kind !== 'store').map(({ id }) => id),
  storeIds: promotion.places.filter(({ kind }) => kind === 'store').map(({ id }) => id),
  products: promotion.products.map(({ id, code, name, discount }) => ({
    id,
    code,
    name,
    percent: percentOf(discount),
  })),
  note: promotion.note,
})

/** Whether everything that the kind of promotion asks for is there. */
export function isReady(draft: PromotionDraft): boolean {
  const priced = draft.percent !== null || draft.kind === 'leaflet' || draft.kind === 'display'
  const placed = draft.everywhere || draft.regionIds.length + draft.storeIds.length > 0
  return draft.name.trim() !== '' && draft.days !== null && priced && placed && draft.products.length > 0
}

/** A promotion as it is sent: a display has no price, and the whole chain no places. */
export function formOf(draft: PromotionDraft): PromotionForm {
  const priced = draft.kind !== 'display'
  const [firstDay, lastDay] = draft.days ?? ['', '']
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    firstDay,
    lastDay,
    discount: priced ? discountOf(draft.percent) : null,
    uplift: draft.uplift,
    placeIds: draft.everywhere ? [] : [...draft.regionIds, ...draft.storeIds],
    products: draft.products.map(({ id, percent }) => ({
      productId: id,
      discount: priced ? discountOf(percent) : null,
    })),
    note: draft.note.trim(),
  }
}
