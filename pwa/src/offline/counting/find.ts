import type { Engine } from '../engine'
import { outOfReach } from '../send'
import { catalogueState, keptProduct } from './catalogue'
import { findByCode, type Found } from './lookup'

/** Find what a code stands for; as long as the catalogue is not all here, the server is asked too. */
export async function findProduct(
  { db, courier }: Engine,
  code: string,
  patterns?: readonly string[],
): Promise<Found | null> {
  const found = await findByCode(db, code, patterns)
  if (found || (await catalogueState(db)).complete) return found
  try {
    const { items } = await courier.read('/api/products', { query: { barcode: code, limit: 1 } })
    for (const product of items) await db.put('products', keptProduct(product))
    return items[0] ? { product: items[0], quantity: 1 } : null
  } catch (error) {
    if (!outOfReach(error)) throw error
    return null
  }
}
