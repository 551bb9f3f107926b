import { ApiError } from '@/api/problem'
import type { Fulfilment, OrderPick, OrderWave, Store } from '@/api/types'
import type { Engine } from '../../engine'
import type { Command } from '../../records'
import { outOfReach } from '../../send'
import { keptFulfilment, pullFulfilment } from '../receiving/keep'
import { receivingLane } from '../receiving/drafts'

const waveKey = (warehouseId: string, day: string) => `wave:${warehouseId}:${day}`
const picksKey = (orderId: string) => `orderPicks:${orderId}`

async function kept<T>({ db }: Engine, key: string): Promise<T | null> {
  const text = await db.get('facts', key)
  return typeof text === 'string' ? (JSON.parse(text) as T) : null
}

/** An order that is being sent off, what to take for it, and this phone's own steps that the server has not answered. */
export interface Sending {
  order: Fulfilment | null
  picks: OrderPick[]
  lane: Command[]
}

/** The warehouses of this person. */
export const readWarehouses = async ({ db }: Engine): Promise<Store[]> =>
  (await db.getAll('stores')).filter(({ kind, status }) => kind === 'warehouse' && status !== 'closed')

/** The orders of a warehouse for a day, as this phone heard of them last. */
export const readWave = (engine: Engine, warehouseId: string, day: string): Promise<OrderWave | null> =>
  kept(engine, waveKey(warehouseId, day))

export async function readSending(engine: Engine, orderId: string): Promise<Sending> {
  const [order, picks, commands] = await Promise.all([
    keptFulfilment(engine.db, orderId),
    kept<OrderPick[]>(engine, picksKey(orderId)),
    engine.queue.all(),
  ])
  const lane = commands.filter(({ lane: its, state }) => its === receivingLane(orderId) && state !== 'done')
  return { order, picks: picks ?? [], lane }
}

async function quietly(engine: Engine, fetching: () => Promise<unknown>): Promise<void> {
  try {
    await fetching()
    engine.changed()
  } catch (error) {
    // What is not this person's is as if it were not there.
    const missing = error instanceof ApiError && error.status === 404
    if (!missing && !outOfReach(error)) throw error
  }
}

/** Fetch a day's orders anew; quiet without network. */
export const refreshWave = (engine: Engine, warehouse: string, day: string): Promise<void> =>
  quietly(engine, async () => {
    const wave = await engine.courier.read('/api/order-waves', { query: { warehouse, day } })
    await engine.db.put('facts', JSON.stringify(wave), waveKey(warehouse, day))
  })

/** Fetch an order and its pick list anew; quiet without network. */
export const refreshSending = (engine: Engine, orderId: string): Promise<void> =>
  quietly(engine, async () => {
    await pullFulfilment(engine.db, engine.courier, orderId)
    if (!(await keptFulfilment(engine.db, orderId))?.mayFulfil) return
    const { picks } = await engine.courier.read('/api/orders/{order_id}/picks', { path: { order_id: orderId } })
    await engine.db.put('facts', JSON.stringify(picks), picksKey(orderId))
  })
