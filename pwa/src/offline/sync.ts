import type { SyncAnswer } from '@/api/types'
import type { AccountDb } from './database'
import type { Device } from './device'
import type { Platform } from './platform'
import type { Queue } from './queue'
import type { Courier } from './send'

const TABLES = ['visits', 'templates', 'tasks', 'stores', 'notifications'] as const
const KEEP_CLOSED_MS = 30 * 24 * 3_600_000

/** Write an answer of `GET /api/sync` in one transaction; a full one replaces what was there. */
async function store(db: AccountDb, answer: SyncAnswer, at: number): Promise<void> {
  const tx = db.transaction([...TABLES, 'facts'], 'readwrite')
  for (const table of TABLES) {
    const target = tx.objectStore(table)
    if (answer.full) await target.clear()
    for (const row of answer[table]) await target.put(row)
  }
  const facts = tx.objectStore('facts')
  await facts.put(answer.cursor, 'cursor')
  await facts.put(answer.unread, 'unread')
  await facts.put(at, 'syncedAt')
  await tx.done
}

/** Let go of visits that ended long ago. At the app's start only: one that is opened afterwards stays to be looked at. */
export async function forgetOld(db: AccountDb, now: number): Promise<void> {
  const tx = db.transaction('visits', 'readwrite')
  for (const visit of await tx.store.getAll()) {
    const closed = visit.status === 'scored' || visit.status === 'cancelled'
    if (closed && now - Date.parse(visit.submittedAt ?? visit.startedAt ?? '') > KEEP_CLOSED_MS)
      await tx.store.delete(visit.id)
  }
  await tx.done
}

/** Fetch what changed since the last time and lay it into the stores. Throws what the courier throws. */
export async function pull(
  db: AccountDb,
  queue: Queue,
  courier: Courier,
  device: Device,
  platform: Platform,
): Promise<void> {
  const since = await db.get('facts', 'cursor')
  const began = platform.now()
  const answer = await courier.read('/api/sync', { query: { since } })
  const serverTime = Date.parse(answer.serverTime)
  if (!Number.isNaN(serverTime)) await device.measure(serverTime, began, platform.now())
  await store(db, answer, platform.now())
  await queue.forgetDone(began)
}
