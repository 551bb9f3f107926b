import type { OrderOffer, OrderRule, OrderSource, OrderTerms, Supplier } from '@/api/console/types'
import { centsOf, yuanOf } from '@/ui/console/price'
import type { Look } from '@/ui/tones'

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
export const CLASSES = ['a', 'b', 'c'] as const
const QUANTITY = /^\d{1,7}(\.\d{1,3})?$/
const COUNT = /^\d{1,4}$/
const LONGEST = 366
const OVER = /^(100|\d{1,2})$/
const PERCENT = /^\d{2}(\.\d)?$/

/** A source from which orders are taken, one that has ended, or one whose supplier has. */
export function sourceLook({ status, serves }: Pick<OrderSource, 'status' | 'serves'>): Look {
  if (status === 'ended') return { tone: 'unknown', icon: 'cross', word: 'hq.supply.status.ended' }
  return serves
    ? { tone: 'good', icon: 'check', word: 'hq.supply.status.active' }
    : { tone: 'attention', icon: 'alert', word: 'hq.supply.status.supplierEnded' }
}

export const supplierLook = (status: Supplier['status']): Look =>
  status === 'active'
    ? { tone: 'good', icon: 'check', word: 'hq.supply.status.active' }
    : { tone: 'unknown', icon: 'cross', word: 'hq.supply.status.ended' }

const isQuantity = (text: string): boolean => QUANTITY.test(text.trim())
const isCount = (text: string): boolean => COUNT.test(text.trim()) && Number(text) > 0

/** Each day from one to another, as the server writes days; both count, and a year is the most. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = []
  const day = new Date(`${first}T00:00:00Z`)
  for (; days.length < LONGEST && day <= new Date(`${last}T00:00:00Z`); day.setUTCDate(day.getUTCDate() + 1)) {
    days.push(day.toISOString().slice(0, 10))
  }
  return days
}

/** A source as a form holds it. */
export interface SourceDraft {
  code: string
  name: string
  origin: 'supplier' | 'warehouse'
  supplierId: string
  warehouseId: string
  leadDays: number
  soldSameDay: boolean
  cutOff: string
  least: string
  /** By how many per cent more than was announced may be taken in; empty: as the organization's rule says. */
  over: string
  status: OrderSource['status']
}

export const sourceDraft = (source?: OrderSource): SourceDraft => ({
  code: source?.code ?? '',
  name: source?.name ?? '',
  origin: source?.warehouseId ? 'warehouse' : 'supplier',
  supplierId: source?.supplierId ?? '',
  warehouseId: source?.warehouseId ?? '',
  leadDays: source?.leadDays ?? 1,
  soldSameDay: source?.soldSameDay ?? true,
  cutOff: source?.cutOff ?? '11:00',
  least: yuanOf(source?.leastCents ?? 0),
  over: source?.overPercent?.toString() ?? '',
  status: source?.status ?? 'active',
})

/** What was typed as the server takes it; null as long as the least worth is no amount, or a share no per cent. */
export function sourceForm(draft: SourceDraft) {
  const [leastCents, over] = [centsOf(draft.least), draft.over.trim()]
  if (leastCents === null || (over !== '' && !OVER.test(over))) return null
  const { leadDays, soldSameDay, cutOff } = draft
  const overPercent = over === '' || draft.origin === 'warehouse' ? null : Number(over)
  return { code: draft.code.trim(), name: draft.name.trim(), leadDays, soldSameDay, cutOff, leastCents, overPercent }
}

/** An offer as a form holds it; empty limits are none. */
export interface OfferDraft {
  productId: string
  pack: string
  price: string
  least: string
  most: string
  life: string
  serviceClass: OrderOffer['serviceClass']
  rank: number
}

export const offerDraft = (offer?: OrderOffer): OfferDraft => ({
  productId: offer?.productId ?? '',
  pack: offer?.packQuantity ?? '',
  price: offer ? yuanOf(offer.packCents) : '',
  least: offer?.least ?? '0',
  most: offer?.most ?? '',
  life: offer?.lifeDays ? String(offer.lifeDays) : '',
  serviceClass: offer?.serviceClass ?? 'b',
  rank: offer?.rank ?? 1,
})

/** What was typed as the server takes it; null as long as some of it is no figure. */
export function offerForm(draft: OfferDraft) {
  const packCents = centsOf(draft.price)
  const [pack, least, most, life] = [draft.pack, draft.least || '0', draft.most, draft.life].map((text) => text.trim())
  if (packCents === null || !isQuantity(pack ?? '') || !isQuantity(least ?? '')) return null
  if ((most !== '' && !isQuantity(most ?? '')) || (life !== '' && !isCount(life ?? ''))) return null
  return {
    productId: draft.productId,
    packQuantity: pack,
    packCents,
    least,
    most: most === '' ? null : most,
    lifeDays: life === '' ? null : Number(life),
    serviceClass: draft.serviceClass,
    rank: draft.rank,
  }
}

/** What differs at a store, as a form holds it. */
export interface TermsDraft {
  productId: string
  carried: boolean
  mustOrder: boolean
  capacity: string
  keepAtLeast: string
}

export const termsDraft = (terms?: OrderTerms): TermsDraft => ({
  productId: terms?.productId ?? '',
  carried: terms?.carried ?? true,
  mustOrder: terms?.mustOrder ?? false,
  capacity: terms?.capacity ?? '',
  keepAtLeast: terms?.keepAtLeast ?? '0',
})

/** What was typed as the server takes it; null as long as some of it is no figure. */
export function termsForm(draft: TermsDraft) {
  const [capacity, kept] = [draft.capacity.trim(), draft.keepAtLeast.trim() || '0']
  if ((capacity !== '' && !isQuantity(capacity)) || !isQuantity(kept)) return null
  const { productId, carried, mustOrder } = draft
  return { productId, carried, mustOrder: carried && mustOrder, capacity: capacity || null, keepAtLeast: kept }
}

export type Levels = Record<(typeof CLASSES)[number], string>
const shown = (share: string): string => String(Math.round(Number(share) * 1000) / 10)

/** Levels of service as people type them, in percent: "0.955" → "95.5". */
export const levelsOf = (rule: OrderRule): Levels => ({
  a: shown(rule.levelA),
  b: shown(rule.levelB),
  c: shown(rule.levelC),
})

/** Percents as the server takes them; null as long as one is none. */
export function ruleForm({ a, b, c }: Levels) {
  const [levelA, levelB, levelC] = [a, b, c].map((text) =>
    PERCENT.test(text.trim()) ? String(Math.round(Number(text) * 10) / 1000) : null,
  )
  return levelA && levelB && levelC ? { levelA, levelB, levelC } : null
}
