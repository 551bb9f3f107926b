import type { DeviationReason, OfferedProduct, SuggestionLine } from '@/api/types'
import type { OrderForm } from '@/offline/ordering/forms'

/** A product as the order has it now. Quantities are thousandths of a base unit, so that they add up exactly. */
export interface OrderLine {
  line: SuggestionLine
  suggested: number
  quantity: number
  pack: number
  reason: DeviationReason | null
  changed: boolean
  /** It departs so far from what was suggested that somebody will ask why. */
  far: boolean
  cents: number
  /** No sheet says anything of it: it is offered beside. */
  beside: boolean
}

/** From where on a change wants a reason: both are exceeded. */
export interface ReasonRule {
  percent: number
  cents: number
}

export type Tab = 'attention' | 'all' | 'must' | 'promoted' | 'out'
export const TABS: Tab[] = ['attention', 'all', 'must', 'promoted', 'out']

/** A decimal in text as thousandths. */
export const thousandths = (text: string): number => Math.round(Number(text) * 1_000)

/** Thousandths as a decimal in text, without trailing zeros. */
export const decimal = (quantity: number): string => String(quantity / 1_000)

/** What so much of a product costs, half a cent up. */
const centsOf = (quantity: number, pack: number, packCents: number): number =>
  pack === 0 ? 0 : Math.floor((2 * quantity * packCents + pack) / (2 * pack))

/** Whether a quantity departs from the suggested one by more than the rule lets pass. */
function isFar(
  quantity: number,
  suggested: number,
  pack: number,
  packCents: number,
  { percent, cents }: ReasonRule,
): boolean {
  const change = Math.abs(quantity - suggested)
  return change * 100 > percent * suggested && change * packCents > cents * pack
}

/** A line; that of an addition to what went off today begins with nothing. */
export function lineOf(
  line: SuggestionLine,
  form: Pick<OrderForm, 'edits' | 'again'>,
  rule: ReasonRule,
  beside = false,
): OrderLine {
  const suggested = thousandths(line.quantity)
  const edit = form.edits[line.productId]
  const untouched = form.again ? 0 : suggested
  const quantity = edit ? edit.quantity : untouched
  const pack = thousandths(line.packQuantity)
  return {
    line,
    suggested,
    quantity,
    pack,
    reason: edit?.reason ?? null,
    changed: edit !== undefined && quantity !== suggested,
    far: !beside && edit !== undefined && isFar(quantity, suggested, pack, line.packCents, rule),
    cents: centsOf(quantity, pack, line.packCents),
    beside,
  }
}

const IN_TAB: Record<Tab, (each: OrderLine) => boolean> = {
  attention: ({ line, far, reason }) => line.attention.length > 0 || (far && reason === null),
  all: () => true,
  must: ({ line }) => line.mustOrder,
  promoted: ({ line }) => line.promoted,
  out: ({ line }) =>
    line.outDays > 0 || line.attention.some((flag) => flag === 'out_of_stock' || flag === 'below_zero'),
}

const ordered = ({ quantity, suggested, changed }: OrderLine) => quantity > 0 || suggested > 0 || changed

/** What a source offers beside the sheet, as a line of which nothing is suggested. */
export const besideLine = (offer: OfferedProduct): SuggestionLine => ({
  ...offer,
  quantity: '0',
  lastQuantity: null,
  lastOrders: [],
  orderedToday: '0',
  outDays: 0,
  promoted: false,
  attention: [],
  arithmetic: null,
})

/** The lines of a tab; in the list of all, what is ordered comes before what is not. */
export function linesIn(tab: Tab, lines: OrderLine[]): OrderLine[] {
  const shown = lines.filter(IN_TAB[tab])
  return tab === 'all' ? [...shown.filter(ordered), ...shown.filter((each) => !ordered(each))] : shown
}

/** Lines whose name, or code, holds what was typed. */
export function found(lines: OrderLine[], typed: string): OrderLine[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return lines
  return lines.filter(({ line: { code, name } }) =>
    [code, name.zh, name.en].some((each) => each.toLowerCase().includes(wanted)),
  )
}

export interface Totals {
  cents: number
  lines: number
  changed: number
  /** Lines that need a reason and have none. */
  unexplained: OrderLine[]
  /** What must be ordered and is not. */
  missing: OrderLine[]
  /** Lines that are ordered as they were suggested and that nobody has to look at. */
  accepted: number
}

export function totalsOf(lines: OrderLine[]): Totals {
  const there = lines.filter(({ quantity }) => quantity > 0)
  return {
    cents: there.reduce((sum, { cents }) => sum + cents, 0),
    lines: there.length,
    changed: lines.filter(({ changed }) => changed).length,
    unexplained: lines.filter(({ far, reason }) => far && reason === null),
    missing: lines.filter(({ line, quantity }) => line.mustOrder && quantity === 0 && line.orderedToday === '0'),
    accepted: there.filter((each) => !each.changed && !IN_TAB.attention(each)).length,
  }
}

/** The nearest quantity that can be ordered: whole packs, at least the least and at most the most, or none. */
export function orderable(quantity: number, line: SuggestionLine): number {
  const pack = thousandths(line.packQuantity)
  if (quantity <= 0 || pack <= 0) return 0
  const least = Math.ceil(thousandths(line.leastQuantity) / pack) * pack
  const most = line.mostQuantity === null ? Infinity : Math.floor(thousandths(line.mostQuantity) / pack) * pack
  return Math.min(Math.max(Math.ceil(quantity / pack) * pack, least, pack), most)
}

/** One pack more or less; one less than the least is none. */
export function stepped({ line, quantity, pack }: OrderLine, packs: 1 | -1): number {
  const next = quantity + packs * pack
  if (packs === -1 && next < Math.max(thousandths(line.leastQuantity), pack)) return 0
  return orderable(next, line)
}
