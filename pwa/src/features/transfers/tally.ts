import type { Product, Transfer } from '@/api/types'
import { rounded } from '@/offline/counting/line'
import type { Extra, Tally } from '@/offline/transfers/forms'

/** A line (shipping) or a lot of one (receiving) that scans fill up to what the step before said. */
export interface Slot {
  id: string
  productId: string
  most: number
}

/** A code as it was heard: what it stands for, and how much of it the code itself names. */
export interface Heard {
  code: string
  product: Product | null
  quantity: number
}

export const shipSlots = ({ lines }: Transfer): Slot[] =>
  lines.flatMap(({ id, productId, approved }) =>
    Number(approved) > 0 ? [{ id, productId, most: Number(approved) }] : [],
  )

/** In the order of the lots' last days, as they were sent. */
export const receiveSlots = ({ lines }: Transfer): Slot[] =>
  lines.flatMap(({ productId, parts }) => parts.map(({ id, shipped }) => ({ id, productId, most: Number(shipped) })))

const roomIn = (counted: Tally['counted'], { id, most }: Slot): number => rounded(most - (counted[id] ?? 0))

/** From its first scan on, what a product's lines hold is what was counted of them. */
function begun(counted: Tally['counted'], slots: Slot[]): Tally['counted'] {
  return { ...Object.fromEntries(slots.map(({ id }) => [id, 0])), ...counted }
}

function withExtra(extras: Extra[], { code, product, quantity }: Heard, why: Extra['why']): Extra[] {
  const same = (each: Extra) =>
    each.why === why && each.product?.id === product?.id && (product !== null || each.code === code)
  const before = extras.find(same)
  const named = product && { id: product.id, name: product.name, unitName: product.unitName }
  const extra = { code, product: named, quantity: rounded((before?.quantity ?? 0) + quantity), why }
  return [extra, ...extras.filter((each) => !same(each))]
}

/**
 * What a scan makes of a tally: its product's lots fill up one after the other, the chosen one first. What nobody
 * knows, what the transfer does not name and what is more than it says is kept aside, and `why` tells of it.
 */
export function scanned<Form extends Tally>(
  form: Form,
  slots: Slot[],
  heard: Heard,
  chosen: string | null,
): { form: Form; slot: string | null; why: Extra['why'] | null } {
  const its = slots.filter(({ productId }) => productId === heard.product?.id)
  if (its.length === 0) {
    const why = heard.product ? ('notHere' as const) : ('unknown' as const)
    return { form: { ...form, extras: withExtra(form.extras, heard, why) }, slot: null, why }
  }
  const counted = begun(form.counted, its)
  let [left, slot] = [heard.quantity, its[0]?.id ?? null]
  for (const each of its.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen))) {
    const taken = Math.min(left, Math.max(0, roomIn(counted, each)))
    if (taken <= 0) continue
    counted[each.id] = rounded((counted[each.id] ?? 0) + taken)
    left = rounded(left - taken)
    slot = each.id
  }
  const over = left > 0
  const extras = over ? withExtra(form.extras, { ...heard, quantity: left }, 'surplus') : form.extras
  return { form: { ...form, counted, extras }, slot, why: over ? 'surplus' : null }
}

/** A record without one of its keys. */
export const without = <Value>(all: Record<string, Value>, id: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== id))

/** Put a figure where scans would; back at what the step before said there is nothing counted any more. */
export function put<Form extends Tally>(form: Form, id: string, quantity: number | null): Form {
  const others = without(form.counted, id)
  return { ...form, counted: quantity === null ? others : { ...others, [id]: rounded(Math.max(0, quantity)) } }
}

export const dropExtra = <Form extends Tally>(form: Form, extra: Extra): Form => ({
  ...form,
  extras: form.extras.filter((each) => each !== extra),
})

/** What there is of it, by count or as the step before said. */
export const amountOf = ({ counted }: Tally, { id, most }: Slot): number => counted[id] ?? most

/** Those of which there is less than the step before said. */
export const shortOf = (form: Tally, slots: Slot[]): Slot[] => slots.filter((slot) => amountOf(form, slot) < slot.most)
