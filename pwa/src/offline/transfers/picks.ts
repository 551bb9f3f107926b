import type { TransferPick } from '@/api/types'
import type { Engine } from '../engine'
import { outOfReach } from '../send'

const keyOf = (transferId: string) => `picks|${transferId}`

/** Which lots to take for a transfer and where they lie, as this phone heard of it last. */
export async function readPicks({ db }: Engine, transferId: string): Promise<TransferPick[]> {
  const kept = await db.get('facts', keyOf(transferId))
  return typeof kept === 'string' ? (JSON.parse(kept) as TransferPick[]) : []
}

/** Ask anew, since other goods may have moved; quiet without network. */
export async function refreshPicks(engine: Engine, transferId: string): Promise<void> {
  try {
    const path = { transfer_id: transferId }
    const picks = await engine.courier.read('/api/stock/transfers/{transfer_id}/picks', { path })
    await engine.db.put('facts', JSON.stringify(picks), keyOf(transferId))
    engine.changed()
  } catch (error) {
    if (!outOfReach(error)) throw error
  }
}

/** What was sent is not to be taken any more. */
export const dropPicks = ({ db }: Engine, transferId: string): Promise<void> => db.delete('facts', keyOf(transferId))
