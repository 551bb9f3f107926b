import type { Count, SyncAnswer, Visit } from '@/api/types'
import { pullArrivals } from './arrival/keep'
import { countOf } from './counting/batches'
import type { AccountDb } from './database'
import type { Device } from './device'
import { pullDisputes } from './disputes'
import { pullFreshness } from './freshness/keep'
import { pullOrdering } from './ordering/keep'
import { forgetFulfilments, pullReceiving } from './ordering/receiving/keep'
import type { Platform } from './platform'
import type { Queue } from './queue'
import type { Courier } from './send'

const TABLES = ['visits', 'templates', 'tasks', 'stores', 'notifications', 'transfers'] as const
const DAY_MS = 24 * 3_600_000
const KEEP_CLOSED_MS = 30 * DAY_MS

/** Whether a count still takes lines. */
export const takesLines = ({ status }: Count): boolean => status === 'open' || status === 'recount'

/** A visit with those of its answers that changed, and what it comes to by them. */
function answered(visit: Visit, told: SyncAnswer['visitAnswers'][number]): Visit {
  const changed = new Map(told.answers.map((answer) => [answer.checkpointId, answer]))
  const { notAsked, answered, total, pending, needsPerson } = told
  const answers = visit.answers.map((answer) => changed.get(answer.checkpointId) ?? answer)
  return { ...visit, answers, notAsked, answered, total, pending, needsPerson }
}

/** Fetch whole those visits that an answer tells only the answers of and that are not here. */
async function unknown(db: AccountDb, { visitAnswers }: SyncAnswer, courier: Courier): Promise<Visit[]> {
  const known = new Set(await db.getAllKeys('visits'))
  const missing = visitAnswers.filter(({ visitId }) => !known.has(visitId))
  return await Promise.all(
    missing.map(({ visitId }) => courier.read('/api/inspections/{visit_id}', { path: { visit_id: visitId } })),
  )
}

/** Write an answer of `GET /api/sync` in one transaction; a full one replaces what was there. */
async function store(db: AccountDb, answer: SyncAnswer, at: number): Promise<void> {
  const tx = db.transaction([...TABLES, 'counts', 'facts'], 'readwrite')
  for (const table of TABLES) {
    const target = tx.objectStore(table)
    if (answer.full) await target.clear()
    for (const row of answer[table]) await target.put(row)
  }
  for (const part of answer.visitAnswers) {
    const visit = await tx.objectStore('visits').get(part.visitId)
    if (visit) await tx.objectStore('visits').put(answered(visit, part))
  }
  const counts = tx.objectStore('counts')
  if (answer.full) await counts.clear()
  for (const count of answer.counts) {
    if (takesLines(count)) await counts.put(count)
    else await counts.delete(count.id)
  }
  const facts = tx.objectStore('facts')
  await facts.put(answer.cursor, 'cursor')
  await facts.put(answer.unread, 'unread')
  await facts.put(at, 'syncedAt')
  await tx.done
}

/** Let go of the lines of counts that are over; what was not taken yet, or was refused, stays to be seen to. */
async function forgetCounted(db: AccountDb): Promise<void> {
  const tx = db.transaction(['countLines', 'counts', 'commands'], 'readwrite')
  const known = new Set(await tx.objectStore('counts').getAllKeys())
  const opening = (await tx.objectStore('commands').getAll()).filter(({ kind }) => kind === 'count.open')
  for (const { lane } of opening) known.add(countOf({ lane }))
  const lines = tx.objectStore('countLines')
  for (const { id, countId, unsentOf, refusedOf } of await lines.getAll()) {
    if (!known.has(countId) && unsentOf === undefined && refusedOf === undefined) await lines.delete(id)
  }
  await tx.done
}

/** Let go of transfers that came to their end long ago. */
async function forgetTransfers(db: AccountDb, before: number): Promise<void> {
  const tx = db.transaction('transfers', 'readwrite')
  for (const { id, status, receivedAt, cancelledAt, decidedAt, requestedAt } of await tx.store.getAll()) {
    const closed = status === 'received' || status === 'refused' || status === 'cancelled'
    if (closed && Date.parse(receivedAt ?? cancelledAt ?? decidedAt ?? requestedAt) < before) await tx.store.delete(id)
  }
  await tx.done
}

/** Let go of counts that are over, and of visits and transfers that ended long ago. At the app's start only: one that is opened afterwards stays to be looked at. */
export async function forgetOld(db: AccountDb, now: number): Promise<void> {
  const tx = db.transaction('visits', 'readwrite')
  for (const visit of await tx.store.getAll()) {
    const closed = visit.status === 'scored' || visit.status === 'cancelled'
    if (closed && now - Date.parse(visit.submittedAt ?? visit.startedAt ?? '') > KEEP_CLOSED_MS)
      await tx.store.delete(visit.id)
  }
  await tx.done
  await forgetTransfers(db, now - KEEP_CLOSED_MS)
  await forgetFulfilments(db, now - KEEP_CLOSED_MS)
  await forgetCounted(db)
}

/** Let go of what is old at the first start of a day: all that is kept is read for it, and a phone starts often. */
export async function forgetDaily(db: AccountDb, now: number): Promise<void> {
  const last = Number((await db.get('facts', 'forgotAt')) ?? 0)
  if (Math.abs(now - last) < DAY_MS) return
  await forgetOld(db, now)
  await db.put('facts', now, 'forgotAt')
}

/** Fetch what changed since the last time and lay it into the stores. Throws what the courier throws. */
export async function pull(
  db: AccountDb,
  queue: Queue,
  courier: Courier,
  device: Device,
  platform: Platform,
  may: (permission: string) => boolean,
): Promise<void> {
  const since = await db.get('facts', 'cursor')
  const began = platform.now()
  const answer = await courier.read('/api/sync', { query: { since, answers: true } })
  const serverTime = Date.parse(answer.serverTime)
  if (!Number.isNaN(serverTime)) await device.measure(serverTime, began, platform.now())
  // Before the cursor moves on: what cannot be fetched now is told again.
  answer.visits.push(...(await unknown(db, answer, courier)))
  await store(db, answer, platform.now())
  await pullFreshness(db, courier, platform.now, may)
  await pullOrdering(db, courier, platform.now, may)
  await pullReceiving(db, queue, courier, platform.now, may)
  await pullArrivals(db, courier, platform.now, may)
  await pullDisputes(db, queue, courier, may)
  await queue.forgetDone(began)
}
