import type { Store, WasteReport } from '@/api/types'
import { readProducts } from '../counting/reads'
import type { Engine } from '../engine'
import type { Command } from '../records'
import { outOfReach } from '../send'
import { keptApprovals, keptLots, pullApprovals, pullLots, storeHere } from './keep'
import { approvalsWith, dayNumber, lotsWith, wasteWith, type LotView, type Waste } from './overlay'

export interface StoreLots {
  store: Store
  lots: LotView[]
  waste: Waste[]
  /** When the server told of it last (device time, ms). */
  at: number
  /** Reports without a lot that the server did not take. */
  refused: Command[]
}

/** What this phone knows of the expiring lots of a store; null when it was never told. */
export async function readLots(engine: Engine, storeId: string, byName: string): Promise<StoreLots | null> {
  const { db, queue } = engine
  const [store, kept, commands] = await Promise.all([db.get('stores', storeId), keptLots(db, storeId), queue.all()])
  if (!store || !kept) return null
  const reported = commands.filter(({ kind }) => kind === 'waste.report')
  const products = await readProducts(
    engine,
    reported.map(({ body }) => String(body['productId'])),
  )
  const waste = wasteWith(kept.reports, kept.lots, commands, { byName, store, products })
  const days = dayNumber(store, Date.now()) - dayNumber(store, kept.at)
  return {
    store,
    lots: lotsWith(kept.lots, waste, commands, days, byName),
    waste,
    at: kept.at,
    refused: reported.filter(
      ({ state, lane, body }) => state === 'refused' && lane.startsWith('waste:') && body['storeId'] === storeId,
    ),
  }
}

/** How many lots of the store that is looked at are near their end and past it; null when none is known. */
export async function readStands(engine: Engine): Promise<{ storeId: string; near: number; expired: number } | null> {
  const storeId = await storeHere(engine.db)
  const known = storeId === null ? null : await readLots(engine, storeId, '')
  if (storeId === null || known === null) return null
  const open = known.lots.filter(({ left }) => left !== 0)
  const expired = open.filter(({ stand }) => stand === 'expired').length
  return { storeId, near: open.length - expired, expired }
}

/** The reports of waste that wait for this person; null when the phone was never told. */
export async function readApprovals({ db, queue }: Engine): Promise<WasteReport[] | null> {
  const reports = await keptApprovals(db)
  return reports && approvalsWith(reports, await queue.all())
}

async function quietly(engine: Engine, fetching: () => Promise<void>): Promise<void> {
  try {
    await fetching()
    engine.changed()
  } catch (error) {
    if (!outOfReach(error)) throw error
  }
}

/** Fetch a store's lots anew; quiet without network. */
export const refreshLots = (engine: Engine, storeId: string): Promise<void> =>
  quietly(engine, () => pullLots(engine.db, engine.courier, Date.now, storeId))

export const refreshApprovals = (engine: Engine): Promise<void> =>
  quietly(engine, () => pullApprovals(engine.db, engine.courier))
