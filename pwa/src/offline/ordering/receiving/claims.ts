import type { OrderClaim } from '@/api/types'
import type { AccountDb } from '../../database'
import type { Engine } from '../../engine'
import { storeHere } from '../../freshness/keep'
import type { Command } from '../../records'
import { outOfReach } from '../../send'

const MOST = 100
const listKey = (storeId: string) => `claims:${storeId}`
const oneKey = (id: string) => `claim:${id}`

async function kept<T>(db: AccountDb, key: string): Promise<T | null> {
  const text = await db.get('facts', key)
  return typeof text === 'string' ? (JSON.parse(text) as T) : null
}

/** A store's claims, the newest first, and the returns that wait here; `claims` is null where nobody told of any. */
export interface StoreClaims {
  storeId: string | null
  claims: OrderClaim[] | null
  unsent: Command[]
}

export async function readClaims({ db, queue }: Engine, asked: string | null): Promise<StoreClaims> {
  const storeId = asked ?? (await storeHere(db))
  const commands = (await queue.all()).filter(
    ({ kind, state }) => kind === 'claim.open' && (state === 'waiting' || state === 'sending'),
  )
  return { storeId, claims: storeId === null ? null : await kept(db, listKey(storeId)), unsent: commands }
}

/** A claim, as this phone heard of it last. */
export const readClaim = ({ db }: Engine, id: string): Promise<OrderClaim | null> => kept(db, oneKey(id))

async function quietly(engine: Engine, fetching: () => Promise<void>): Promise<void> {
  try {
    await fetching()
    engine.changed()
  } catch (error) {
    if (!outOfReach(error)) throw error
  }
}

/** Fetch a store's latest claims anew; quiet without network. */
export const refreshClaims = (engine: Engine, storeId: string): Promise<void> =>
  quietly(engine, async () => {
    const { items } = await engine.courier.read('/api/order-claims', { query: { store: storeId, limit: MOST } })
    const tx = engine.db.transaction('facts', 'readwrite')
    await tx.store.put(JSON.stringify(items), listKey(storeId))
    for (const claim of items) await tx.store.put(JSON.stringify(claim), oneKey(claim.id))
    await tx.done
  })

export const refreshClaim = (engine: Engine, id: string): Promise<void> =>
  quietly(engine, async () => {
    const claim = await engine.courier.read('/api/order-claims/{claim_id}', { path: { claim_id: id } })
    await engine.db.put('facts', JSON.stringify(claim), oneKey(id))
  })
