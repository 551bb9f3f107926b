import type { Product, Store } from '@/api/types'
import { readProduct } from '@/offline/counting/reads'
import { readLots } from '@/offline/freshness/reads'
import type { LotView } from '@/offline/freshness/overlay'
import type { Engine } from '@/offline/engine'

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
  const product = view ? ((await engine.db.get('products', productId)) ?? null) : await readProduct(engine, productId)
  return { store, product, view }
}
