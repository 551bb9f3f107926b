import { ApiError } from '@/api/problem'
import type { OfferedProduct, Order, OrderDetail, Rebalance, Suggestions } from '@/api/types'
import type { AccountDb } from '../database'
import type { CommandKind } from '../records'
import { storeHere } from '../freshness/keep'
import type { Courier } from '../send'
import { countsAt, withheld } from './blind'
import { forgetForms } from './stale'

/** What a store is advised to order, as this phone was told. `at` is the device's clock. */
export interface KeptSuggestions {
  told: Suggestions
  /** What its sources offer beside. */
  offers: OfferedProduct[]
  /** Transfers that are suggested from it or to it. */
  rebalances: Rebalance[]
  /** The counts of the store that were under way when it was told: what the server then withheld it goes on to. */
  counts: string[]
  at: number
}

/** A store's latest orders, with the lines of those that wait here to be filled. */
export interface KeptOrders {
  orders: Order[]
  open: OrderDetail[]
}

const MOST_ORDERS = 30
const MOST_REBALANCES = 100
const FRESH_MS = 15 * 60_000
const APPROVALS = 'ordersToApprove'
const suggestionsKey = (storeId: string) => `suggestions:${storeId}`
const ordersKey = (storeId: string) => `orders:${storeId}`
const oneKey = (orderId: string) => `order:${orderId}`

async function kept<T>(db: AccountDb, key: string): Promise<T | null> {
  const text = await db.get('facts', key)
  return typeof text === 'string' ? (JSON.parse(text) as T) : null
}
const keep = (db: AccountDb, key: string, what: unknown) => db.put('facts', JSON.stringify(what), key)

/**
 * What a store is advised to order. While the store counts blind, what the book says is nobody's who counts: what was
 * told before the count was known loses its stock figures for good, and comes again from the server without those.
 */
export async function keptSuggestions(db: AccountDb, storeId: string): Promise<KeptSuggestions | null> {
  const known = await kept<KeptSuggestions>(db, suggestionsKey(storeId))
  if (known === null || !('rebalances' in known)) return null
  const begun = await countsAt(db, storeId)
  if (begun.every((id) => known.counts.includes(id))) return known
  const untold = { ...withheld(known), counts: begun }
  await keep(db, suggestionsKey(storeId), untold)
  return untold
}

/** What changes what is suggested: it is told anew once it was taken. */
const DECIDED = new Set<CommandKind>(['rebalance.accept', 'rebalance.refuse', 'order.submit', 'order.withdraw'])

const same = (some: string[], others: string[]) =>
  some.length === others.length && some.every((each) => others.includes(each))

export const keptOrders = (db: AccountDb, storeId: string): Promise<KeptOrders | null> => kept(db, ordersKey(storeId))

export const keptApprovals = (db: AccountDb): Promise<OrderDetail[] | null> => kept(db, APPROVALS)

export const keptOrder = (db: AccountDb, orderId: string): Promise<OrderDetail | null> => kept(db, oneKey(orderId))

/** Fetch what a store is advised to order today, and keep it. Throws what the courier throws. */
export async function pullSuggestions(
  db: AccountDb,
  courier: Courier,
  now: () => number,
  storeId: string,
): Promise<void> {
  const counts = await countsAt(db, storeId)
  const query = { store: storeId }
  const [told, { offers }, { items: rebalances }] = await Promise.all([
    courier.read('/api/order-suggestions', { query }),
    courier.read('/api/order-suggestions/offers', { query }),
    courier.read('/api/transfer-suggestions', { query: { ...query, state: ['open'], limit: MOST_REBALANCES } }),
  ])
  const at = now()
  await keep(db, suggestionsKey(storeId), { told, offers, rebalances, counts, at } satisfies KeptSuggestions)
}

const detail = (courier: Courier, order_id: string): Promise<OrderDetail> =>
  courier.read('/api/orders/{order_id}', { path: { order_id } })

/** Fetch a store's latest orders, and the lines of those that it may still change. */
export async function pullOrders(db: AccountDb, courier: Courier, storeId: string): Promise<void> {
  const { items: orders } = await courier.read('/api/orders', { query: { store: storeId, limit: MOST_ORDERS } })
  const editable = orders.filter(({ state }) => state === 'draft' || state === 'returned')
  const open = await Promise.all(editable.map(({ id }) => detail(courier, id)))
  await keep(db, ordersKey(storeId), { orders, open } satisfies KeptOrders)
}

/** Fetch the orders that wait for this person. */
export async function pullApprovals(db: AccountDb, courier: Courier): Promise<void> {
  const { items } = await courier.read('/api/orders', { query: { state: 'waiting', limit: MOST_ORDERS } })
  const waiting = await Promise.all(items.map(({ id }) => detail(courier, id)))
  await keep(
    db,
    APPROVALS,
    waiting.filter(({ mayDecide }) => mayDecide),
  )
}

export async function pullOrder(db: AccountDb, courier: Courier, orderId: string): Promise<void> {
  await keep(db, oneKey(orderId), await detail(courier, orderId))
}

/** With each sync, what whoever orders or approves has to have without network; suggestions change but a few times a day. */
export async function pullOrdering(
  db: AccountDb,
  courier: Courier,
  now: () => number,
  may: (permission: string) => boolean,
): Promise<void> {
  try {
    await forgetForms(db, now())
    const storeId = may('ordering.place_order') ? await storeHere(db) : null
    if (storeId !== null) {
      const before = await kept<KeptSuggestions>(db, suggestionsKey(storeId))
      const known = await keptSuggestions(db, storeId)
      const fresh = known !== null && known.told.plannedAt !== null && now() - known.at < FRESH_MS
      const decided = (await db.getAll('commands')).some(({ kind, state }) => DECIDED.has(kind) && state === 'done')
      if (!fresh || decided || !same(before?.counts ?? [], await countsAt(db, storeId)))
        await pullSuggestions(db, courier, now, storeId)
      await pullOrders(db, courier, storeId)
    }
    if (may('ordering.approve_order')) await pullApprovals(db, courier)
  } catch (error) {
    // A right that was taken away keeps nothing else from being fetched.
    if (!(error instanceof ApiError)) throw error
  }
}
