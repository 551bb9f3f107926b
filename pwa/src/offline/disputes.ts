import type { DisputeDetail, DisputeItem } from '@/api/types'
import type { Engine } from './engine'
import type { Command, Draft } from './records'
import { outOfReach } from './send'
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

/** Fetch what waits anew; quiet without network. */
export const refreshDisputes = (engine: Engine): Promise<void> =>
  quietly(engine, async () => {
    const { items } = await engine.courier.read('/api/disputes', { query: { status: 'open', limit: 100 } })
    await engine.db.put('facts', JSON.stringify(items), LIST)
  })

export const refreshDispute = (engine: Engine, id: string): Promise<void> =>
  quietly(engine, async () => {
    const dispute = await engine.courier.read('/api/disputes/{dispute_id}', { path: { dispute_id: id } })
    await engine.db.put('facts', JSON.stringify(dispute), keyOf(id))
  })

/** Grant a dispute, or uphold the finding; `outcome` is what a granted finding comes to. */
export function decisionDraft(dispute: DisputeItem, outcome: 'pass' | 'notApplicable' | null, note: string): Draft {
  const path = `/api/disputes/${dispute.id}/decision`
  const body = { granted: outcome !== null, note, outcome }
  return { kind: 'dispute.decide', lane: laneOf(dispute.id), method: 'POST', path, body, about: dispute.title }
}
