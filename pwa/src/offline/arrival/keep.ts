import { ApiError } from '@/api/problem'
import type { ArrivalSheet } from '@/api/types'
import type { AccountDb } from '../database'
import type { Engine } from '../engine'
import { outOfReach, type Courier } from '../send'
import { pullRoutes } from './route'

/** What a phone keeps of what to know of a store before going in, as things stood at `asOf` by the server's clock. */
export interface KeptSheet {
  sheet: ArrivalSheet
  asOf: string
}

const DAY_MS = 86_400_000
/** The phone syncs all day long; what lies ahead is not read anew each time. */
const FRESH_MS = 10 * 60_000
const MOST_STORES = 20
const PULLED = 'arrivalsPulled'
const keyOf = (storeId: string) => `arrival:${storeId}`

export async function keptSheet(db: AccountDb, storeId: string): Promise<KeptSheet | null> {
  const text = await db.get('facts', keyOf(storeId))
  return typeof text === 'string' ? (JSON.parse(text) as KeptSheet) : null
}

async function pullSheets(db: AccountDb, courier: Courier, stores: string[]): Promise<void> {
  const { asOf, nearM, items } = await courier.read('/api/arrival-sheets', { query: { store: stores } })
  await db.put('facts', nearM, 'nearM')
  for (const sheet of items) {
    await db.put('facts', JSON.stringify({ sheet, asOf } satisfies KeptSheet), keyOf(sheet.storeId))
  }
}

const dayOf = (at: number) => new Date(at).toLocaleDateString('sv')

/** The visits that are to be made today and tomorrow, and those that should have been made already. */
async function visitsAhead(db: AccountDb, now: number): Promise<{ stores: string[]; days: string[] }> {
  const ahead = (await db.getAll('visits')).filter(
    ({ kind, status, plannedFor }) => kind === 'visit' && status === 'planned' && plannedFor <= dayOf(now + DAY_MS),
  )
  const stores = [...new Set(ahead.map(({ storeId }) => storeId))].sort().slice(0, MOST_STORES)
  const days = [...new Set(ahead.map(({ plannedFor }) => plannedFor))].filter((day) => day >= dayOf(now)).sort()
  return { stores, days }
}

/** With each sync, the sheets of the stores ahead and the way to them; other sheets are let go of after a day. */
export async function pullArrivals(
  db: AccountDb,
  courier: Courier,
  now: () => number,
  may: (permission: string) => boolean,
): Promise<void> {
  if (!may('arrivals.read')) return
  const { stores, days } = await visitsAhead(db, now())
  const mark = `${Math.floor(now() / FRESH_MS)} ${stores.join()}`
  if ((await db.get('facts', PULLED)) === mark) return
  try {
    await forget(db, stores, now())
    if (stores.length > 0) await pullSheets(db, courier, stores)
    if (may('inspections.conduct')) await pullRoutes(db, courier, days)
    await db.put('facts', mark, PULLED)
  } catch (error) {
    // A right that was taken away keeps nothing else from being fetched.
    if (!(error instanceof ApiError)) throw error
  }
}

async function forget(db: AccountDb, stores: string[], now: number): Promise<void> {
  const wanted = new Set(stores.map(keyOf))
  for (const key of await db.getAllKeys('facts', IDBKeyRange.bound(keyOf(''), keyOf('~')))) {
    const kept = await keptSheet(db, key.slice(keyOf('').length))
    if (!wanted.has(key) && kept && now - Date.parse(kept.asOf) > DAY_MS) await db.delete('facts', key)
  }
}

/** Fetch a store's sheet and keep it; quiet without network, where the kept one stands. */
export async function refreshSheet({ db, courier, changed }: Engine, storeId: string): Promise<void> {
  try {
    await pullSheets(db, courier, [storeId])
    changed()
  } catch (error) {
    if (!outOfReach(error)) throw error
  }
}
