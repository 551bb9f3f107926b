import { ApiError } from '@/api/problem'
import type { DeliveryDue, Fulfilment } from '@/api/types'
import type { AccountDb } from '../../database'
import { storeHere } from '../../freshness/keep'
import type { Queue } from '../../queue'
import type { Courier } from '../../send'
import { orderIn } from './drafts'

const AHEAD_MS = 8 * 24 * 3_600_000
const dueKey = (storeId: string) => `deliveries:${storeId}`
const PARTS = 'fulfilment:'

async function kept<T>(db: AccountDb, key: string): Promise<T | null> {
  const text = await db.get('facts', key)
  return typeof text === 'string' ? (JSON.parse(text) as T) : null
}

export const keptDeliveries = (db: AccountDb, storeId: string): Promise<DeliveryDue[] | null> =>
  kept(db, dueKey(storeId))

export const keptFulfilment = (db: AccountDb, orderId: string): Promise<Fulfilment | null> => kept(db, PARTS + orderId)

/** A delivery on its way, or an order from a supplier that announces none: a store may take it in. */
export const receivable = ({ shipmentId, fromWarehouse }: DeliveryDue): boolean => shipmentId !== null || !fromWarehouse

/** Fetch what became of an order, and keep it. Throws what the courier throws. */
export async function pullFulfilment(db: AccountDb, courier: Courier, orderId: string): Promise<void> {
  const told = await courier.read('/api/orders/{order_id}/fulfilment', { path: { order_id: orderId } })
  await db.put('facts', JSON.stringify(told), PARTS + orderId)
}

/** Fetch what a store expects within a week, and the lines of what it may take in. */
export async function pullDeliveries(
  db: AccountDb,
  courier: Courier,
  now: () => number,
  storeId: string,
): Promise<void> {
  const day = new Date(now() + AHEAD_MS).toISOString().slice(0, 10)
  const { items: due } = await courier.read('/api/order-deliveries', { query: { store: storeId, day } })
  for (const orderId of new Set(due.filter(receivable).map((each) => each.orderId))) {
    await pullFulfilment(db, courier, orderId)
  }
  await db.put('facts', JSON.stringify(due), dueKey(storeId))
}

/** Let go of orders that came to their end before. */
export async function forgetFulfilments(db: AccountDb, before: number): Promise<void> {
  for (const key of await db.getAllKeys('facts', IDBKeyRange.bound(PARTS, `${PARTS}~`))) {
    const told = await kept<Fulfilment>(db, key)
    if (told?.closedAt && Date.parse(told.closedAt) < before) await db.delete('facts', key)
  }
}

/** The orders about whose goods the server took a word of this phone since it told of them. */
async function answered(queue: Queue): Promise<Set<string>> {
  const done = (await queue.all()).filter(({ state }) => state === 'done')
  return new Set(done.map(({ lane }) => orderIn(lane)).filter((id) => id !== ''))
}

/** With each sync, what whoever takes goods in has to have without network. */
export async function pullReceiving(
  db: AccountDb,
  queue: Queue,
  courier: Courier,
  now: () => number,
  may: (permission: string) => boolean,
): Promise<void> {
  try {
    const storeId = may('ordering.receive_order') ? await storeHere(db) : null
    if (storeId !== null) await pullDeliveries(db, courier, now, storeId)
    for (const orderId of await answered(queue)) await pullFulfilment(db, courier, orderId)
  } catch (error) {
    // A right that was taken away keeps nothing else from being fetched.
    if (!(error instanceof ApiError)) throw error
  }
}
