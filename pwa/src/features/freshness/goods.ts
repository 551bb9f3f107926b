import type { Product, Store } from '@/api/types'
import { readLots } from '@/offline/freshness/reads'
import type { LotView } from '@/offline/freshness/overlay'
import type { Engine } from '@/offline/engine'
import { outOfReach } from '@/offline/send'

interface Goods {
  store: Store | null
  product: Product | null
  /** The lot that is meant; null when it is the product wherever it lies. */
  view: LotView | null
}

/** What a report of waste is about, from this phone, or the server where the phone keeps no catalogue. */
export async function readGoods(
  engine: Engine,
  { storeId, productId, lotId }: { storeId: string; productId: string; lotId: string },
): Promise<Goods> {
  const known = lotId === '' ? null : await readLots(engine, storeId, '')
  const view = known?.lots.find(({ lot }) => lot.lotId === lotId) ?? null
  const store = (await engine.db.get('stores', storeId)) ?? null
  const kept = (await engine.db.get('products', productId)) ?? null
  if (kept || view) return { store, product: kept, view }
  try {
    const product = await engine.courier.read('/api/products/{product_id}', { path: { product_id: productId } })
    return { store, product, view }
  } catch (error) {
    if (!outOfReach(error)) throw error
    return { store, product: null, view }
  }
}
