import { ApiError } from '@/api/problem'
import type { ExpiringLot, Page, WasteReport } from '@/api/types'
import type { AccountDb } from '../database'
import type { Courier } from '../send'

/** What a phone keeps of a store's expiring lots and of the waste it reported lately. `at` is the device's clock. */
export interface KeptLots {
  lots: ExpiringLot[]
  reports: WasteReport[]
  at: number
}

const MOST_REPORTS = 50
const PAGE = 200
const APPROVALS = 'wasteToApprove'
const lotsKey = (storeId: string) => `lots:${storeId}`

async function kept<T>(db: AccountDb, key: string): Promise<T | null> {
  const text = await db.get('facts', key)
  return typeof text === 'string' ? (JSON.parse(text) as T) : null
}

export const keptLots = (db: AccountDb, storeId: string): Promise<KeptLots | null> => kept(db, lotsKey(storeId))

export const keptApprovals = (db: AccountDb): Promise<WasteReport[] | null> => kept(db, APPROVALS)

/** All expiring lots of a store, page by page. */
async function everyLot(courier: Courier, store: string): Promise<ExpiringLot[]> {
  const lots: ExpiringLot[] = []
  let cursor: string | null = null
  do {
    const part: Page<ExpiringLot> = await courier.read('/api/stock/expiring', { query: { store, cursor, limit: PAGE } })
    lots.push(...part.items)
    cursor = part.next
  } while (cursor !== null)
  return lots
}

/** Fetch a store's expiring lots and its latest reports of waste, and keep them. Throws what the courier throws. */
export async function pullLots(db: AccountDb, courier: Courier, now: () => number, storeId: string): Promise<void> {
  const [lots, { items: reports }] = await Promise.all([
    everyLot(courier, storeId),
    courier.read('/api/stock/waste', { query: { store: storeId, limit: MOST_REPORTS } }),
  ])
  const told: KeptLots = { lots, reports, at: now() }
  await db.put('facts', JSON.stringify(told), lotsKey(storeId))
}

/** Fetch the reports of waste that wait for a decision, and keep them. */
export async function pullApprovals(db: AccountDb, courier: Courier): Promise<void> {
  const { items } = await courier.read('/api/stock/waste', { query: { status: 'pending', limit: MOST_REPORTS } })
  await db.put('facts', JSON.stringify(items), APPROVALS)
}

/** The store whose lots this phone keeps: the one that its person looks at, or the only one they have. */
export async function storeHere(db: AccountDb): Promise<string | null> {
  const chosen = await db.get('facts', 'storeId')
  if (typeof chosen === 'string') return chosen
  const [first, second] = await db.getAllKeys('stores', null, 2)
  return first !== undefined && second === undefined ? first : null
}

/** With each sync, what whoever deals with expiring lots, or decides on waste, has to have without network. */
export async function pullFreshness(
  db: AccountDb,
  courier: Courier,
  now: () => number,
  may: (permission: string) => boolean,
): Promise<void> {
  try {
    const storeId = may('stock.handle_lots') ? await storeHere(db) : null
    if (storeId !== null) await pullLots(db, courier, now, storeId)
    if (may('stock.approve_waste')) await pullApprovals(db, courier)
  } catch (error) {
    // A right that was taken away keeps nothing else from being fetched.
    if (!(error instanceof ApiError)) throw error
  }
}
