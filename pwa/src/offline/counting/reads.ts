import type { Count, Product } from '@/api/types'
import type { Engine } from '../engine'
import { outOfReach } from '../send'
import type { Command } from '../records'
import { takesLines } from '../sync'
import { countOf } from './batches'
import { keyOf, type CountLine } from './line'
import { countsWith } from './overlay'

/** A count with what this device's person has counted of it. */
export interface Counting {
  count: Count
  /** This person's lines of the round under way, those taken back left out. */
  lines: CountLine[]
  /** The products that this person counted in the first round: somebody else counts them again. */
  before: string[]
  /** What of it waits in the queue or was refused, in order. */
  commands: readonly Command[]
}

const ownLines = ({ db }: Engine, prefix: string): Promise<CountLine[]> =>
  db.getAllFromIndex('countLines', 'key', IDBKeyRange.bound(prefix, `${prefix}~`))

async function countingOf(engine: Engine, count: Count, commands: readonly Command[]): Promise<Counting> {
  const earlier = count.round > 1 ? await ownLines(engine, keyOf({ countId: count.id, round: 1 })) : []
  return {
    count,
    lines: (await ownLines(engine, keyOf({ countId: count.id, round: count.round }))).filter(({ voided }) => !voided),
    before: earlier.flatMap(({ productId, voided }) => (productId !== null && !voided ? [productId] : [])),
    commands: commands.filter((each) => each.lane.startsWith('count:') && countOf(each) === count.id),
  }
}

async function allCounts({ db, queue }: Engine): Promise<{ counts: Count[]; commands: readonly Command[] }> {
  const [counts, stores, commands] = await Promise.all([db.getAll('counts'), db.getAll('stores'), queue.all()])
  return { counts: countsWith(counts, stores, commands), commands: commands.filter(({ state }) => state !== 'done') }
}

/** The counts under way that this person may take, the latest first. */
export async function readCounts(engine: Engine): Promise<Counting[]> {
  const { counts, commands } = await allCounts(engine)
  const live = counts.filter(takesLines).sort((a, b) => b.openedAt.localeCompare(a.openedAt))
  return Promise.all(live.map((count) => countingOf(engine, count, commands)))
}

export async function readCounting(engine: Engine, id: string): Promise<Counting | null> {
  const { counts, commands } = await allCounts(engine)
  const count = counts.find((each) => each.id === id)
  return count ? countingOf(engine, count, commands) : null
}

/** Products by their ids, as far as the catalogue on this device knows them. */
export async function readProducts({ db }: Engine, ids: Iterable<string>): Promise<Map<string, Product>> {
  const found = await Promise.all([...new Set(ids)].map((id) => db.get('products', id)))
  return new Map(found.flatMap((product) => (product ? [[product.id, product]] : [])))
}

/** A product, from the catalogue on this phone, else from the server; null where neither tells. */
export async function readProduct({ db, courier }: Engine, id: string): Promise<Product | null> {
  const kept = await db.get('products', id)
  if (kept) return kept
  try {
    return await courier.read('/api/products/{product_id}', { path: { product_id: id } })
  } catch (error) {
    if (!outOfReach(error)) throw error
    return null
  }
}

/** How many lines of a count wait to be sent. */
export const unsentLines = ({ db }: Engine, countId: string): Promise<number> =>
  db.countFromIndex('countLines', 'unsentOf', countId)

/** The counts of which the server did not take some lines, and of how many. */
export async function refusedLines({ db }: Engine): Promise<{ id: string; title: string; lines: number }[]> {
  const found = new Map<string, number>()
  for (const { countId } of await db.getAllFromIndex('countLines', 'refusedOf')) {
    found.set(countId, (found.get(countId) ?? 0) + 1)
  }
  const counts = [...found].map(async ([id, lines]) => ({
    id,
    title: (await db.get('counts', id))?.title ?? '',
    lines,
  }))
  return Promise.all(counts)
}

/** How many things have been counted, by everybody as the server told it and by this person since. */
export function countedSoFar({ count, lines }: Counting): number {
  const told = count.zones.reduce((sum, zone) => sum + zone.lines, 0)
  const fresh = lines.filter(({ sentRevision }) => sentRevision === 0).length
  return Math.max(told + fresh, lines.length)
}
