import type { Fulfilment, Words } from '@/api/types'
import { thousandths } from './lines'

/** Goods of an order that came and may go back, at most so many thousandths of a base unit. */
export interface Returnable {
  productId: string
  name: Words
  unitName: Words
  most: number
}

/** What came of an order, less what already goes back. */
export function returnable({ lines, claims }: Pick<Fulfilment, 'lines' | 'claims'>): Returnable[] {
  const back = new Map<string, number>()
  for (const { kind, state, productId, quantity } of claims) {
    if (kind === 'return' && state !== 'refused')
      back.set(productId, (back.get(productId) ?? 0) + thousandths(quantity))
  }
  return lines
    .map(({ productId, name, unitName, received }) => ({
      productId,
      name,
      unitName,
      most: thousandths(received) - (back.get(productId) ?? 0),
    }))
    .filter(({ most }) => most > 0)
}
