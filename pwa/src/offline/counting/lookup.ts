import type { Product } from '@/api/types'
import type { AccountDb } from '../database'
import { gtinOf } from './gtin'
import { rounded } from './line'
import { weighedOf, type Weighed } from './weighed'

/** A product found by a code, and how much of it the code itself names: one, or what a scale has weighed. */
export interface Found {
  product: Product
  quantity: number
}

/** How many thousandths of a kilogram make one of a unit; a product sold by the piece is one piece. */
const GRAMS: Record<string, number> = { kg: 1_000, 公斤: 1_000, 千克: 1_000, 斤: 500, 两: 50, g: 1, 克: 1 }

function quantityOf({ unit, priceCents }: Product, { kind, value }: Weighed): number {
  if (kind === 'price') return priceCents > 0 ? rounded(value / priceCents) : 1
  const grams = GRAMS[unit.toLowerCase()]
  return grams === undefined ? 1 : rounded(value / grams)
}

async function byBarcode(db: AccountDb, code: string): Promise<Product | null> {
  const gtin = gtinOf(code)
  return gtin === null ? null : ((await db.getFromIndex('products', 'gtins', gtin)) ?? null)
}

const byCode = async (db: AccountDb, code: string): Promise<Product | null> =>
  (await db.getFromIndex('products', 'code', code)) ?? null

/**
 * Find what a code stands for in the catalogue on this device: a barcode of any kind, a scale's code, the product's
 * own code. Null for a code that nobody knows.
 */
export async function findByCode(db: AccountDb, code: string, patterns?: readonly string[]): Promise<Found | null> {
  const exact = await byBarcode(db, code)
  if (exact) return { product: exact, quantity: 1 }
  const weighed = weighedOf(code, patterns)
  if (weighed) {
    const { item, plain } = weighed
    const product =
      (await byCode(db, item)) ?? (await byCode(db, item.replace(/^0+/, ''))) ?? (await byBarcode(db, plain))
    return product && { product, quantity: quantityOf(product, weighed) }
  }
  const own = await byCode(db, code)
  return own && { product: own, quantity: 1 }
}
