import type { Product } from '@/api/types'
import type { AccountDb } from '../database'
import type { Courier } from '../send'
import { gtinOf } from './gtin'

/** A product with the 14 digits of each of its barcodes. It says nothing of any stock: counting is blind. */
export type KeptProduct = Product & { gtins: string[] }

const FRESH_MS = 300_000

/** How far the catalogue is on this device. */
export interface CatalogueState {
  products: number
  /** All parts have come once. */
  complete: boolean
}

export const keptProduct = (product: Product): KeptProduct => ({
  ...product,
  gtins: product.barcodes.flatMap((code) => gtinOf(code) ?? []),
})

export async function catalogueState(db: AccountDb): Promise<CatalogueState> {
  return { products: await db.count('products'), complete: (await db.get('facts', 'productsAt')) !== undefined }
}

/**
 * Fetch what of the catalogue is not here yet, part by part. The place is kept with each part, so one that breaks off
 * goes on there. A catalogue that is complete is asked after again every five minutes. Throws what the courier throws.
 */
export async function pullProducts(
  db: AccountDb,
  courier: Courier,
  now: () => number,
  arrived: () => void,
): Promise<void> {
  const last = await db.get('facts', 'productsAt')
  if (last !== undefined && now() - Number(last) < FRESH_MS) return
  for (let more = true; more;) {
    const since = await db.get('facts', 'productCursor')
    const answer = await courier.read('/api/sync/products', { query: { since } })
    const tx = db.transaction(['products', 'facts'], 'readwrite')
    for (const product of answer.items) await tx.objectStore('products').put(keptProduct(product))
    await tx.objectStore('facts').put(answer.cursor, 'productCursor')
    if (!answer.more) await tx.objectStore('facts').put(now(), 'productsAt')
    await tx.done
    if (answer.items.length > 0 || !answer.more) arrived()
    more = answer.more
  }
}
