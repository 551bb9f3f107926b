import type { Signal, Store } from '@/api/types'
import { readProducts } from '../counting/reads'
import type { Engine } from '../engine'
import { outOfReach } from '../send'
import type { Person } from '../taskOverlay'
import { signalsWith, type SignalView } from './overlay'

const MOST = 50
const keyOf = (storeId: string) => `signals:${storeId}`

export interface StoreSignals {
  store: Store
  signals: SignalView[]
  /** Whether the server has ever told this phone of the store's events. */
  told: boolean
}

/** What this phone knows of the events that touch a store; null for a store that it does not know. */
export async function readSignals(engine: Engine, storeId: string, me: Person): Promise<StoreSignals | null> {
  const { db, queue } = engine
  const [store, kept, commands] = await Promise.all([
    db.get('stores', storeId),
    db.get('facts', keyOf(storeId)),
    queue.all(),
  ])
  if (!store) return null
  const told = typeof kept === 'string' ? (JSON.parse(kept) as Signal[]) : null
  const own = commands.filter(({ kind }) => kind === 'signal.enter')
  const products = await readProducts(
    engine,
    own.flatMap(({ body }) => body['productIds'] as string[]),
  )
  return { store, signals: signalsWith(told ?? [], commands, { me, store, products }), told: told !== null }
}

/** Fetch the latest events of a store and keep them; quiet without network. */
export async function refreshSignals(engine: Engine, storeId: string): Promise<void> {
  try {
    const query = { place: storeId, limit: MOST }
    const { items } = await engine.courier.read('/api/demand/signals', { query })
    await engine.db.put('facts', JSON.stringify(items), keyOf(storeId))
    engine.changed()
  } catch (error) {
    if (!outOfReach(error)) throw error
  }
}
