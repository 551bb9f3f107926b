import type { OfferedProduct, Order, OrderDetail, Store, Suggestion, Suggestions } from '@/api/types'
import type { Engine } from '../engine'
import { storeHere } from '../freshness/keep'
import { outOfReach } from '../send'
import { dayNumber } from '../freshness/overlay'
import {
  keptApprovals,
  keptOrder,
  keptOrders,
  keptSuggestions,
  pullApprovals,
  pullOrder,
  pullOrders,
  pullSuggestions,
} from './keep'
import { rebalancesWith, type RebalanceView } from './rebalances'
import { sourcesWith, toDecide, type SourceView } from './overlay'

/** What this phone knows of a store's ordering. */
export interface StoreOrdering {
  store: Store
  told: Suggestions
  /** When the server told of it last (device time, ms). */
  at: number
  /** The suggestions are of the store's business day of now. */
  today: boolean
  sources: SourceView[]
  /** What its sources offer beside what is suggested. */
  offers: OfferedProduct[]
  /** Transfers that are suggested from it or to it. */
  rebalances: RebalanceView[]
  orders: Order[]
  open: OrderDetail[]
}

/** A store's ordering; null when this phone was never told of it. */
export async function readOrdering(engine: Engine, storeId: string): Promise<StoreOrdering | null> {
  const { db, queue } = engine
  const [store, suggestions, orders, commands, forms] = await Promise.all([
    db.get('stores', storeId),
    keptSuggestions(db, storeId),
    keptOrders(db, storeId),
    queue.all(),
    db.getAllKeys('forms', IDBKeyRange.bound(`order:${storeId}`, `order:${storeId}~`)),
  ])
  if (!store || !suggestions) return null
  const { told, offers, rebalances, at } = suggestions
  return {
    store,
    told,
    at,
    today: dayNumber(store, engine.now()) === Math.floor(Date.parse(told.day) / 86_400_000),
    sources: sourcesWith(told, orders?.orders ?? [], commands, new Set(forms)),
    offers,
    rebalances: rebalancesWith(rebalances, commands, told),
    orders: orders?.orders ?? [],
    open: orders?.open ?? [],
  }
}

/** The ordering of the store that is looked at, or of the only one. */
export async function readOrderingHere(engine: Engine): Promise<StoreOrdering | null> {
  const storeId = await storeHere(engine.db)
  return storeId === null ? null : readOrdering(engine, storeId)
}

/** The orders that wait for this person; null when the phone was never told. */
export async function readApprovals({ db, queue }: Engine): Promise<OrderDetail[] | null> {
  const orders = await keptApprovals(db)
  return orders && toDecide(orders, await queue.all())
}

/** An order with its lines, as this phone heard it last. */
export async function readOrder({ db }: Engine, orderId: string): Promise<OrderDetail | null> {
  const waiting = await keptApprovals(db)
  return (await keptOrder(db, orderId)) ?? waiting?.find(({ id }) => id === orderId) ?? null
}

/** Why a product is suggested as it is; null without network. */
export async function readWhy({ courier }: Engine, storeId: string, productId: string): Promise<Suggestion | null> {
  try {
    const parameters = { path: { product_id: productId }, query: { store: storeId } }
    return await courier.read('/api/order-suggestions/{product_id}', parameters)
  } catch (error) {
    if (!outOfReach(error)) throw error
    return null
  }
}

async function quietly(engine: Engine, fetching: () => Promise<unknown>): Promise<void> {
  try {
    await fetching()
    engine.changed()
  } catch (error) {
    if (!outOfReach(error)) throw error
  }
}

/** Fetch a store's suggestions and orders anew; quiet without network. */
export const refreshOrdering = (engine: Engine, storeId: string): Promise<void> =>
  quietly(engine, () =>
    Promise.all([
      pullSuggestions(engine.db, engine.courier, Date.now, storeId),
      pullOrders(engine.db, engine.courier, storeId),
    ]),
  )

export const refreshApprovals = (engine: Engine): Promise<void> =>
  quietly(engine, () => pullApprovals(engine.db, engine.courier))

export const refreshOrder = (engine: Engine, orderId: string): Promise<void> =>
  quietly(engine, () => pullOrder(engine.db, engine.courier, orderId))
