import type { ReceiveTransferForm, RequestTransferForm, Transfer, TransferStore } from '@/api/types'
import { readProducts } from '../counting/reads'
import type { Engine } from '../engine'
import { readForm } from '../forms'
import type { Command } from '../records'
import { outOfReach } from '../send'
import type { Person } from '../taskOverlay'
import { requestKey, stepKey, type RequestForm } from './forms'
import { laneOf, transfersWith, workOf, type TransferWork } from './overlay'

const STORES = 'transferStores'

/** The goods that an unsent command names by their ids alone. */
function productIdsOf({ kind, body }: Command): string[] {
  const { lines = [] } = (kind === 'transfer.request' ? body : {}) as Partial<RequestTransferForm>
  const { extras = [] } = (kind === 'transfer.receive' ? body : {}) as Partial<ReceiveTransferForm>
  return [...lines, ...extras].flatMap(({ productId }) => productId ?? [])
}

/** The transfers that this phone knows, the newest first, with this person's own unsent steps. */
async function readTransfers(engine: Engine, me: Person): Promise<Transfer[]> {
  const { db, queue } = engine
  const [transfers, commands, own] = await Promise.all([db.getAll('transfers'), queue.all(), db.getAll('stores')])
  const stores = [...(await keptStores(engine)), ...own]
  const products = await readProducts(engine, commands.flatMap(productIdsOf))
  const known = { me, stores: new Map(stores.map(({ id, name }) => [id, name])), products }
  return transfersWith(transfers, commands, known)
}

export async function readTransfer(engine: Engine, id: string, me: Person): Promise<Transfer | null> {
  return (await readTransfers(engine, me)).find((transfer) => transfer.id === id) ?? null
}

/** What there is to do at one store of this person's, or at all of them. */
export async function readTransferWork(engine: Engine, me: Person, storeId: string | null): Promise<TransferWork> {
  const own = storeId === null ? (await engine.db.getAllKeys('stores')).map(String) : [storeId]
  return workOf(await readTransfers(engine, me), new Set(own))
}

/** What somebody has begun here and not sent: a store's request by its goods, and the transfers being checked. */
export async function readUnfinished(
  { db }: Engine,
  storeId: string | null,
): Promise<{ goods: number; checked(transferId: string): boolean }> {
  const request = storeId === null ? null : await readForm<RequestForm>(db, requestKey(storeId))
  const keys = new Set(await db.getAllKeys('forms'))
  return {
    goods: (request?.goods.length ?? 0) + (request?.unknown.length ?? 0),
    checked: (id) => keys.has(stepKey('ship', id)) || keys.has(stepKey('receive', id)),
  }
}

/** Fetch a transfer that the sync does not carry, such as an old one; quiet without network. */
export async function refreshTransfer(engine: Engine, id: string): Promise<void> {
  try {
    await engine.sync()
    const asking = (await engine.queue.all()).some(
      ({ kind, lane }) => kind === 'transfer.request' && lane === laneOf(id),
    )
    if (asking || (await engine.db.get('transfers', id))) return
    const path = { transfer_id: id }
    await engine.db.put('transfers', await engine.courier.read('/api/stock/transfers/{transfer_id}', { path }))
    engine.changed()
  } catch (error) {
    if (!outOfReach(error)) throw error
  }
}

async function keptStores({ db }: Engine): Promise<TransferStore[]> {
  const kept = await db.get('facts', STORES)
  return typeof kept === 'string' ? (JSON.parse(kept) as TransferStore[]) : []
}

/** The stores that goods can come from or go to, fresh or as this phone heard of them last. */
export async function readTransferStores(engine: Engine, typed: string): Promise<TransferStore[]> {
  const text = typed.trim().toLowerCase()
  const kept = await keptStores(engine)
  try {
    const query = text === '' ? {} : { q: text }
    const found = await engine.courier.read('/api/stock/transfers/stores', { query })
    const byId = new Map([...kept, ...found].map((store) => [store.id, store]))
    await engine.db.put('facts', JSON.stringify([...byId.values()]), STORES)
    return found
  } catch (error) {
    if (!outOfReach(error)) throw error
    return kept.filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(text))
  }
}
