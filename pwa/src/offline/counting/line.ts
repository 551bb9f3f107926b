import type { CountLineForm, RefusedLine } from '@/api/types'
import { newId } from '@/api/ids'

export type ScanSource = 'camera' | 'wedge' | 'keypad' | 'tap' | 'pack'

/** One step by which a quantity came about; a keypad's figure is the difference it made. */
interface Scan {
  at: string
  change: number
  source: ScanSource
}

/** Where something is counted: a zone, in the round that is under way. */
export interface Place {
  countId: string
  round: number
  zoneId: string
}

/** What is counted: a product, or a code that nobody knows yet. */
export type Thing = { productId: string; barcode: null } | { productId: null; barcode: string }

/** What this device's person counted of one thing in one zone. */
export interface CountLine extends Place {
  id: string
  /** Place and thing in one text: a thing has one line in a zone and round. */
  key: string
  productId: string | null
  barcode: string | null
  quantity: number
  /** The device's clock at the last step, and how far the server's was ahead of it (ms; null: never measured). */
  countedAt: string
  clockOffsetMs: number | null
  /** Rises with every change; `sentRevision` is the newest one that the server has taken, 0 when none. */
  revision: number
  sentRevision: number
  voided: boolean
  note: string
  scans: Scan[]
  photoIds: string[]
  refusal: RefusedLine['reason'] | null
  unsentOf?: string
  refusedOf?: string
}

/** A line under the one mark by which it is found, or under none: what has no mark is in no index. */
export function marked(line: CountLine, mark: 'unsentOf' | 'refusedOf' | null): CountLine {
  const plain = { ...line }
  delete plain.unsentOf
  delete plain.refusedOf
  return mark === null ? plain : { ...plain, [mark]: line.countId }
}

const MOST_SCANS = 200

/** The beginning that the keys of a place's lines share; without a zone those of the whole round. */
export const keyOf = ({ countId, round, zoneId }: Omit<Place, 'zoneId'> & { zoneId?: string }): string =>
  zoneId === undefined ? `${countId}|${round}|` : `${countId}|${round}|${zoneId}|`

export const lineKey = (place: Place, { productId, barcode }: Thing): string =>
  keyOf(place) + (productId ?? `#${barcode}`)

export const freshLine = (place: Place, thing: Thing): CountLine => ({
  ...place,
  ...thing,
  id: newId(),
  key: lineKey(place, thing),
  quantity: 0,
  countedAt: '',
  clockOffsetMs: null,
  revision: 0,
  sentRevision: 0,
  voided: false,
  note: '',
  scans: [],
  photoIds: [],
  refusal: null,
})

/** Quantities have three decimals at most; sums of weights would otherwise gather the dust of binary fractions. */
export const rounded = (quantity: number): number => Math.round(quantity * 1_000) / 1_000

/** The server takes 200 steps of a line: the earliest become one that stands for them all. */
function withinMost(scans: Scan[]): Scan[] {
  const over = scans.length - MOST_SCANS
  if (over <= 0) return scans
  const early = scans.slice(0, over + 1)
  const [first] = early
  const change = rounded(early.reduce((sum, scan) => sum + scan.change, 0))
  return first ? [{ ...first, at: early.at(-1)?.at ?? first.at, change }, ...scans.slice(over + 1)] : scans
}

/** A line after one more step; one that was taken back begins anew. Below nothing there is nothing. */
export function stepped(line: CountLine, at: string, change: number, source: ScanSource): CountLine {
  const before = line.voided ? { ...line, quantity: 0, scans: [] } : line
  const quantity = Math.max(0, rounded(before.quantity + change))
  const step = { at, change: rounded(quantity - before.quantity), source }
  return { ...before, voided: false, quantity, countedAt: at, scans: withinMost([...before.scans, step]) }
}

/** A line without its last step; the first one taken back takes the line back. */
export function unstepped(line: CountLine, at: string): CountLine {
  const scans = line.scans.slice(0, -1)
  const last = line.scans.at(-1)
  if (!last || scans.length === 0) return { ...line, quantity: 0, scans: [], voided: true, countedAt: at }
  // What lies there is known as of the step before.
  return { ...line, quantity: rounded(line.quantity - last.change), scans, countedAt: scans.at(-1)?.at ?? at }
}

const shifted = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()

/** A line as the server takes it, its times by the server's clock. */
export function formOf(line: CountLine, clockOffsetMs: number): CountLineForm {
  const ms = line.clockOffsetMs ?? clockOffsetMs
  return {
    id: line.id,
    zoneId: line.zoneId,
    productId: line.productId,
    barcode: line.barcode,
    quantity: String(line.quantity),
    countedAt: shifted(line.countedAt, ms),
    revision: line.revision,
    round: line.round,
    voided: line.voided,
    note: line.note,
    scans: line.scans.map(({ at, change, source }) => ({ at: shifted(at, ms), change: String(change), source })),
    photoIds: line.photoIds,
  }
}
