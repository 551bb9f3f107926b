import type { StoreHealth, StoreScores } from '@/api/types'
import type { Engine } from './engine'
import { outOfReach } from './send'

/** How a store did, as this phone heard it last; `at` by the server's clock (ms). */
export interface KeptScores {
  scores: StoreScores
  health: StoreHealth
  at: number
}

const scoresKey = (storeId: string) => `scores:${storeId}`

/** A store's scores as they were kept; null where this phone has never read them. */
export async function readScores({ db }: Engine, storeId: string): Promise<KeptScores | null> {
  const text = await db.get('facts', scoresKey(storeId))
  return typeof text === 'string' ? (JSON.parse(text) as KeptScores) : null
}

/** Fetch a store's scores anew and keep them. Tells whether the server answered; what was kept stays where not. */
export async function refreshScores(engine: Engine, storeId: string): Promise<boolean> {
  const path = { store_id: storeId }
  try {
    const [scores, health] = await Promise.all([
      engine.courier.read('/api/visit-results/stores/{store_id}', { path }),
      engine.courier.read('/api/store-health/{store_id}', { path }),
    ])
    const told: KeptScores = { scores, health, at: engine.now() }
    await engine.db.put('facts', JSON.stringify(told), scoresKey(storeId))
    engine.changed()
    return true
  } catch (error) {
    if (!outOfReach(error)) throw error
    return false
  }
}
