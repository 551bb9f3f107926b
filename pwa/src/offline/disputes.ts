import type { DisputeDetail, DisputeItem } from '@/api/types'
import { ApiError } from '@/api/problem'
import type { AccountDb } from './database'
import type { Engine } from './engine'
import type { Queue } from './queue'
import type { Command, Draft } from './records'
import { outOfReach, type Courier } from './send'
import { showing } from './overlay'

const LIST = 'disputes'
const keyOf = (id: string): string => `dispute:${id}`
const laneOf = (id: string): string => `dispute:${id}`

/** A dispute as this phone knows it, and whether its own decision is on its way. */
export interface DisputeView {
  dispute: DisputeDetail
  decided: boolean
  refused: Command | null
}

/** The disputes that wait for this person; null when the phone was never told. */
export async function readDisputes({ db, queue }: Engine): Promise<DisputeItem[] | null> {
  const [kept, commands] = await Promise.all([db.get('facts', LIST), queue.all()])
  if (typeof kept !== 'string') return null
  const on = new Set(showing(commands).map(({ lane }) => lane))
  return (JSON.parse(kept) as DisputeItem[]).filter(({ id, decidable }) => decidable && !on.has(laneOf(id)))
}

export async function readDispute({ db, queue }: Engine, id: string): Promise<DisputeView | null> {
  const [kept, commands] = await Promise.all([db.get('facts', keyOf(id)), queue.all()])
  if (typeof kept !== 'string') return null
  const lane = commands.filter((command) => command.lane === laneOf(id))
  return {
    dispute: JSON.parse(kept) as DisputeDetail,
    decided: showing(lane).some(({ state }) => state !== 'refused'),
    refused: lane.find(({ state }) => state === 'refused') ?? null,
  }
}

async function quietly(engine: Engine, fetching: () => Promise<void>): Promise<void> {
  try {
    await fetching()
    engine.changed()
  } catch (error) {
    if (!outOfReach(error)) throw error
  }
}

async function fetchList(db: AccountDb, courier: Courier): Promise<void> {
  const { items } = await courier.read('/api/disputes', { query: { status: 'open', limit: 100 } })
  await db.put('facts', JSON.stringify(items), LIST)
}

async function fetchOne(db: AccountDb, courier: Courier, id: string): Promise<void> {
  const dispute = await courier.read('/api/disputes/{dispute_id}', { path: { dispute_id: id } })
  await db.put('facts', JSON.stringify(dispute), keyOf(id))
}

/** Fetch what waits anew; quiet without network. */
export const refreshDisputes = (engine: Engine): Promise<void> =>
  quietly(engine, () => fetchList(engine.db, engine.courier))

export const refreshDispute = (engine: Engine, id: string): Promise<void> =>
  quietly(engine, () => fetchOne(engine.db, engine.courier, id))

/**
 * With each sync what waits for this person, and of what was decided here how it stands now: once the command that says
 * so is let go of, it must not be asked for again.
 */
export async function pullDisputes(
  db: AccountDb,
  queue: Queue,
  courier: Courier,
  may: (permission: string) => boolean,
): Promise<void> {
  if (!may('inspections.decide')) return
  const decided = (await queue.all()).filter(({ kind, state }) => kind === 'dispute.decide' && state === 'done')
  try {
    await fetchList(db, courier)
    for (const { lane } of decided) await fetchOne(db, courier, lane.slice(laneOf('').length))
  } catch (error) {
    // A right that was taken away keeps nothing else from being fetched.
    if (!(error instanceof ApiError)) throw error
  }
}

/** Grant a dispute, or uphold the finding; `outcome` is what a granted finding comes to. */
export function decisionDraft(dispute: DisputeItem, outcome: 'pass' | 'notApplicable' | null, note: string): Draft {
  const path = `/api/disputes/${dispute.id}/decision`
  const body = { granted: outcome !== null, note, outcome }
  return { kind: 'dispute.decide', lane: laneOf(dispute.id), method: 'POST', path, body, about: dispute.title }
}
