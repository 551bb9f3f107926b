import type { SignalKind, Words } from '@/api/types'

/** Kinds of events, and by how many percent one of them usually changes what is sold, until it has been measured. */
const USUAL: Record<SignalKind, number> = {
  mall_anniversary: 50,
  nearby_event: 30,
  viral_product: 100,
  group_order: 50,
  school_holiday: -20,
  school_term: 20,
  competitor_opens: -30,
  competitor_closes: 20,
  road_works: -20,
  outage: -50,
  other: 20,
}
export const KINDS = Object.keys(USUAL) as SignalKind[]
export const usualOf = (kind: SignalKind): number => USUAL[kind]

export const LEAST = -90
export const MOST = 300
export const STEP = 10
/** The changes that are one tap away. */
export const CHANGES = [-50, -30, -20, 20, 50, 100] as const

/** 1.5 → 50, 0.7 → -30. */
export const percentOf = (uplift: number): number => Math.round((uplift - 1) * 100)
/** 50 → 1.5. */
export const upliftOf = (percent: number): number => (100 + percent) / 100

/** +50%, −30%, ±0%: what a factor changes. */
export function changeText(uplift: number): string {
  const percent = percentOf(uplift)
  if (percent === 0) return '±0%'
  return `${percent > 0 ? '+' : '−'}${Math.abs(percent)}%`
}

/** What an event is called: by its own name, else by its kind. */
export const titleOf = ({ kind, name }: { kind: SignalKind; name: string }, word: (key: string) => string): string =>
  name || word(`signal.kind.${kind}`)

/** The words that the queue knows a kind by, in both languages, whichever the screen speaks. */
export const inBoth = (text: string): Words => ({ zh: text, en: text })
