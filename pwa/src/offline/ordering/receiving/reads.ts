import type { Fulfilment } from '@/api/types'
import type { Engine } from '../../engine'
import { storeHere } from '../../freshness/keep'
import type { Command } from '../../records'
import { outOfReach } from '../../send'
import { receivingLane } from './drafts'
import { keptDeliveries, keptFulfilment, pullDeliveries, pullFulfilment } from './keep'
import { deliveriesWith, type DeliveryView } from './overlay'

/** What a store expects; null where this phone was never told. */
export async function readDeliveries(engine: Engine, storeId: string | null): Promise<DeliveryView[] | null> {
  const { db, queue } = engine
  const here = storeId ?? (await storeHere(db))
  if (here === null) return null
  const [store, kept, commands, forms] = await Promise.all([
    db.get('stores', here),
    keptDeliveries(db, here),
    queue.all(),
    db.getAllKeys('forms', IDBKeyRange.bound('order.receive|', 'order.receive|~')),
  ])
  return store && kept ? deliveriesWith(kept, store, commands, new Set(forms), engine.now()) : null
}

/** An order after its approval, and what was done about its goods here. */
export interface Delivered {
  told: Fulfilment | null
  commands: readonly Command[]
}

export async function readDelivered({ db, queue }: Engine, orderId: string): Promise<Delivered> {
  const [told, commands] = await Promise.all([keptFulfilment(db, orderId), queue.all()])
  const lane = receivingLane(orderId)
  return {
    told,
    commands: commands.filter((each) => each.lane === lane),
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

/** Fetch what a store expects anew; quiet without network. */
export const refreshDeliveries = (engine: Engine, storeId: string): Promise<void> =>
  quietly(engine, () => pullDeliveries(engine.db, engine.courier, Date.now, storeId))

/** Fetch what became of an order anew; quiet without network. */
export const refreshDelivered = (engine: Engine, orderId: string): Promise<void> =>
  quietly(engine, () => pullFulfilment(engine.db, engine.courier, orderId))
