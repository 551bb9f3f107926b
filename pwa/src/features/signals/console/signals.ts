import type { Signal, SignalForm } from '@/api/console/types'
import type { SignalKind } from '@/api/types'
import type { Look } from '@/ui/tones'
import { plusDays } from '../days'
import { percentOf, upliftOf, usualOf } from '../kinds'

export const TIMES = ['open', 'past', 'all'] as const

/** Which days the server is asked for: what goes on and comes, what is over, or all. */
export function daysOf(time: string, today: string): { from: string | null; to: string | null } {
  if (time === 'all') return { from: null, to: null }
  return time === 'past' ? { from: null, to: plusDays(today, -1) } : { from: today, to: null }
}

export function signalLook({ status, firstDay, lastDay }: Signal, today: string): Look {
  if (status === 'cancelled') return { tone: 'unknown', icon: 'cross', word: 'signal.cancelled' }
  if (lastDay < today) return { tone: 'unknown', icon: 'check', word: 'signal.past' }
  return firstDay > today
    ? { tone: 'info', icon: 'clock', word: 'signal.coming' }
    : { tone: 'good', icon: 'arrowUp', word: 'signal.running' }
}

/** A form as it is filled: percents instead of factors, stores apart from regions, both days as the picker gives them. */
export interface SignalDraft {
  kind: SignalKind
  name: string
  days: [string, string] | null
  percent: number
  stores: string[]
  regions: string[]
  products: { id: string; text: string }[]
  categories: string[]
  note: string
}

export const freshDraft = (today: string): SignalDraft => ({
  kind: 'mall_anniversary',
  name: '',
  days: [today, plusDays(today, 7)],
  percent: usualOf('mall_anniversary'),
  stores: [],
  regions: [],
  products: [],
  categories: [],
  note: '',
})

/** A signal as a form would have it filled; `nameOf` writes a product's name. */
export function draftOf(signal: Signal, nameOf: (goods: Signal['products'][number]) => string): SignalDraft {
  const placed = (kind: string) => signal.places.filter((place) => place.kind === kind).map(({ id }) => id)
  return {
    kind: signal.kind,
    name: signal.name,
    days: [signal.firstDay, signal.lastDay],
    percent: percentOf(signal.uplift),
    stores: placed('store'),
    regions: placed('region'),
    products: signal.products.map((goods) => ({ id: goods.id, text: nameOf(goods) })),
    categories: signal.categories.map(({ id }) => id),
    note: signal.note,
  }
}

/** What is sent of a form; null while it has no days. */
export function formOf(draft: SignalDraft): Omit<SignalForm, 'id'> | null {
  if (draft.days === null) return null
  return {
    kind: draft.kind,
    name: draft.name.trim(),
    firstDay: draft.days[0],
    lastDay: draft.days[1],
    uplift: upliftOf(draft.percent),
    placeIds: [...draft.regions, ...draft.stores],
    productIds: draft.products.map(({ id }) => id),
    categoryIds: draft.categories,
    note: draft.note.trim(),
  }
}
