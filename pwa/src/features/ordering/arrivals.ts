import type { ArrivedLine, Fulfilment, Words } from '@/api/types'
import type { CapturedPhoto } from '@/offline/engine'
import { UNTOUCHED, type ArrivedEdit, type ReceiptForm } from '@/offline/ordering/receiving/forms'
import { decimal, thousandths } from './lines'

/** A line of a delivery as it was sent. Quantities are thousandths of a base unit. */
export interface ComingLine {
  /** The delivery's line, or the product where nothing was announced. */
  id: string
  productId: string
  code: string
  name: Words
  unitName: Words
  lotCode: string
  expiresOn: string | null
  pack: number
  ordered: number
  shipped: number
  /** What earlier receipts said of it. */
  before: number
  /** A warehouse's goods are what was loaded; a supplier may bring more, and another lot. */
  supplied: boolean
  /** It has a last day to be sold on. */
  perishes: boolean
}

/** Why a line cannot be sent so. */
type ArrivalFault = 'tooMuch' | 'overRule' | 'needPhoto' | 'needReason' | 'temperature'

/** What became of a line, as the receipt has it now. */
export interface Arrival {
  line: ComingLine
  edit: ArrivedEdit | null
  received: number
  damaged: number
  missing: number
  /** What is still to come afterwards. */
  left: number
  /** So much more than was sent. */
  over: number
  /** The most that may be taken in. */
  most: number
  /** Somebody says that it is not as it was sent. */
  differs: boolean
  fault: ArrivalFault | null
}

/** What of a delivery, or (null) of an order that was not announced, is still to come, line by line. */
export function comingLines(order: Fulfilment, shipmentId: string | null): ComingLine[] {
  const supplied = !order.fromWarehouse
  if (shipmentId === null) {
    return order.lines
      .filter(({ toShip }) => Number(toShip) > 0)
      .map((each) => ({
        ...{ id: each.productId, productId: each.productId, code: each.code, name: each.name, unitName: each.unitName },
        ...{ lotCode: '', expiresOn: null, before: 0, supplied },
        pack: thousandths(each.packQuantity),
        ordered: thousandths(each.quantity),
        shipped: thousandths(each.toShip),
        perishes: each.perishes,
      }))
  }
  const ordered = new Map(order.lines.map((each) => [each.productId, each]))
  const lines = order.shipments.find(({ id }) => id === shipmentId)?.lines ?? []
  const all = lines.map((each) => {
    const its = ordered.get(each.productId)
    return {
      ...{ id: each.id, productId: each.productId, code: each.code, name: each.name },
      ...{ lotCode: each.lotCode, expiresOn: each.expiresOn, supplied },
      unitName: its?.unitName ?? { zh: '', en: '' },
      pack: thousandths(its?.packQuantity ?? '1'),
      ordered: thousandths(its?.quantity ?? '0'),
      perishes: its?.perishes === true,
      shipped: thousandths(each.shipped),
      before: thousandths(each.received) + thousandths(each.damaged) + thousandths(each.missing),
    }
  })
  return all.filter((line) => openOf(line) > 0)
}

/** What of a line is still to come. */
export const openOf = ({ shipped, before }: ComingLine): number => Math.max(0, shipped - before)

/** The most of a line that may come: what was sent, of a supplier's so many per cent more. */
const mostOf = (line: ComingLine, overPercent: number): number =>
  line.supplied
    ? Math.max(openOf(line), Math.floor((line.shipped * (100 + overPercent)) / 100) - line.before)
    : openOf(line)

const temperatureOf = (typed: string): number | null => {
  const text = typed.trim().replace(',', '.').replace('−', '-')
  return /^-?\d{1,2}(\.\d{1,2})?$/.test(text) ? Number(text) : null
}

function faultOf(arrival: Omit<Arrival, 'fault' | 'differs'>): ArrivalFault | null {
  const { line, edit, received, damaged, missing, most } = arrival
  const all = received + damaged + missing
  if (all > openOf(line) && (!line.supplied || missing > 0)) return 'tooMuch'
  if (all > most) return 'overRule'
  if (edit === null) return null
  if (damaged > 0 && edit.photos.length + edit.sent.length === 0) return 'needPhoto'
  if (missing > 0 && edit.missingWhy === null) return 'needReason'
  return edit.temperature.trim() !== '' && temperatureOf(edit.temperature) === null ? 'temperature' : null
}

export function arrivalOf(line: ComingLine, { lines, rest }: ReceiptForm, overPercent: number): Arrival {
  const edit = lines[line.id] ?? null
  const { damaged, missing } = edit ?? UNTOUCHED
  const open = openOf(line)
  const untouched = rest === 'came' || edit !== null ? Math.max(0, open - damaged - missing) : 0
  const received = edit?.received ?? untouched
  const all = received + damaged + missing
  const known = {
    ...{ line, edit, received, damaged, missing },
    left: Math.max(0, open - all),
    over: Math.max(0, all - open),
    most: mostOf(line, overPercent),
  }
  return { ...known, differs: edit !== null && received !== open, fault: faultOf(known) }
}

/** What a receipt comes to. */
export interface ReceiptTotals {
  lines: number
  ordered: number
  shipped: number
  received: number
  damaged: number
  missing: number
  left: number
  differing: Arrival[]
  faults: Arrival[]
  /** There is something to say. */
  says: boolean
}

export function receiptTotals(arrivals: Arrival[]): ReceiptTotals {
  const sum = (of: (each: Arrival) => number) => arrivals.reduce((total, each) => total + of(each), 0)
  // A product that comes in two lots was ordered once.
  const ordered = new Map(arrivals.map(({ line }) => [line.productId, line.ordered]))
  const [received, damaged, missing] = [sum((a) => a.received), sum((a) => a.damaged), sum((a) => a.missing)]
  return {
    lines: arrivals.length,
    ordered: [...ordered.values()].reduce((total, each) => total + each, 0),
    shipped: sum(({ line }) => openOf(line)),
    ...{ received, damaged, missing },
    left: sum((a) => a.left),
    differing: arrivals.filter(({ differs }) => differs),
    faults: arrivals.filter(({ fault }) => fault !== null),
    says: received + damaged + missing > 0,
  }
}

/** Perishable goods of a supplier of which nobody has told the last day: nothing will warn of it. */
export const lacksEnd = ({ line, edit, received }: Arrival): boolean =>
  line.supplied && line.perishes && received > 0 && (edit?.expiresOn || line.expiresOn || null) === null

const saysMore = ({ lotCode, expiresOn, temperature, note, photos, sent }: ArrivedEdit): boolean =>
  [lotCode, expiresOn, temperature, note].some((each) => each.trim() !== '') || photos.length + sent.length > 0

/** A lot without a code is called by its last day. */
function lotOf({ lotCode, expiresOn }: ArrivedEdit): ArrivedLine['lot'] {
  const code = lotCode.trim() || expiresOn.replaceAll('-', '')
  return code === '' ? null : { code, expiresOn: expiresOn || null }
}

function said({ line, edit, received, damaged, missing }: Arrival): ArrivedLine {
  const more = edit ?? UNTOUCHED
  const temperature = temperatureOf(more.temperature)
  return {
    lineId: line.id,
    received: decimal(received),
    damaged: decimal(damaged),
    missing: decimal(missing),
    missingWhy: missing > 0 ? more.missingWhy : null,
    lot: line.supplied ? lotOf(more) : null,
    temperature: temperature === null ? null : String(temperature),
    note: more.note.trim(),
    photoIds: [...more.sent, ...more.photos.map(({ id }) => id)],
  }
}

/** What is said of lines: where it is not what holds for those that nobody touched. */
export const spokenArrivals = (arrivals: Arrival[], rest: ReceiptForm['rest']): ArrivedLine[] =>
  arrivals
    .filter(({ edit, differs }) => edit !== null && (rest === 'open' || differs || saysMore(edit)))
    .map((each) => said(each))

/** The photos that go along. */
export const photosOf = ({ lines }: ReceiptForm, arrivals: Arrival[]): CapturedPhoto[] =>
  arrivals.flatMap(({ line }) => lines[line.id]?.photos ?? [])

/** A receipt with a line changed. */
export function withLine(form: ReceiptForm, lineId: string, change: Partial<ArrivedEdit>): ReceiptForm {
  return { ...form, lines: { ...form.lines, [lineId]: { ...(form.lines[lineId] ?? UNTOUCHED), ...change } } }
}

/** A line as if nobody had touched it. */
export function withoutLine(form: ReceiptForm, lineId: string): ReceiptForm {
  return { ...form, lines: Object.fromEntries(Object.entries(form.lines).filter(([id]) => id !== lineId)) }
}

/** A step more or less of what came: a pack, or what is left of one. */
export const steppedArrival = ({ received, line }: Arrival, packs: 1 | -1): number =>
  Math.max(0, received + packs * Math.max(line.pack, 1))

/**
 * What a scan that counts makes of a receipt: the first one of a product begins at nothing, and its lots fill up one
 * after the other. What a supplier brings beyond is counted with the last; of a warehouse's goods it is told aside.
 */
export function countedIn(
  form: ReceiptForm,
  lines: ComingLine[],
  productId: string,
  quantity: number,
): { form: ReceiptForm; lineId: string | null; aside: number } {
  const its = lines.filter((line) => line.productId === productId)
  let [next, left, lineId] = [form, quantity, null as string | null]
  for (const line of its) {
    const edit = form.lines[line.id]
    const counted = edit?.received ?? 0
    const last = line === its.at(-1) && line.supplied
    const room = Math.max(0, openOf(line) - counted - (edit?.damaged ?? 0) - (edit?.missing ?? 0))
    const taken = last ? left : Math.min(left, room)
    next = withLine(next, line.id, { received: counted + taken })
    left -= taken
    if (taken > 0) lineId = line.id
  }
  return { form: next, lineId, aside: its.length > 0 ? left : 0 }
}
