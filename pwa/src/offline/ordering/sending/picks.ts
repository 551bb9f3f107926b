import type { OrderPick } from '@/api/types'

/** What was taken of each place and lot, while an order is being picked; `id` is that of the delivery it becomes. */
export interface PickForm {
  id: string
  picked: Record<string, number>
}

export const pickKey = (orderId: string, sent: number): string => `pick|${orderId}|${sent}`

/** One row of a pick list: so much of a lot from a place. */
export const rowKey = ({ productId, lotCode, place, placeName }: OrderPick): string =>
  `${productId}|${lotCode ?? ''}|${place}|${placeName}`

/** The row that a scan of a product ticks off: the first that is not yet. */
export const nextOf = (picks: readonly OrderPick[], { picked }: PickForm, productId: string): OrderPick | undefined =>
  picks.find((pick) => pick.productId === productId && picked[rowKey(pick)] === undefined)

export const tick = (form: PickForm, pick: OrderPick, quantity: number | null): PickForm => {
  const key = rowKey(pick)
  const others = Object.fromEntries(Object.entries(form.picked).filter(([each]) => each !== key))
  return { ...form, picked: quantity === null ? others : { ...others, [key]: quantity } }
}

const MILLI = 1000

/** What was picked in all, product by product, as a delivery sends it. */
export function toSend(picks: readonly OrderPick[], { picked }: PickForm): { productId: string; quantity: string }[] {
  const sums = new Map<string, number>()
  for (const pick of picks) {
    const taken = Math.round((picked[rowKey(pick)] ?? 0) * MILLI)
    if (taken > 0) sums.set(pick.productId, (sums.get(pick.productId) ?? 0) + taken)
  }
  return [...sums].map(([productId, sum]) => ({ productId, quantity: String(sum / MILLI) }))
}
