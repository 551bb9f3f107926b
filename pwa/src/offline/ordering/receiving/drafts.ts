import type { ArrivedLine, CloseOrderForm, Fulfilment, OpenClaimForm, ReceiveOrderForm, Words } from '@/api/types'
import type { Draft } from '../../records'
import type { ReceiptForm } from './forms'

const LANE = 'delivery:'

/** What a store does about an order's goods goes out in the order in which it was done. */
export const receivingLane = (orderId: string): string => LANE + orderId

/** The order of such a lane; nothing where it is another. */
export const orderIn = (lane: string): string => (lane.startsWith(LANE) ? lane.slice(LANE.length) : '')

const about = ({ storeName, sourceName }: Pick<Fulfilment, 'storeName' | 'sourceName'>): Words => {
  const name = `${storeName} · ${sourceName}`
  return { zh: name, en: name }
}

/** Take a delivery in, or (null) an order that was not announced. Sent again, it is the same receipt. */
export function receiptDraft(
  order: Fulfilment,
  shipmentId: string | null,
  { id, rest, place, note }: ReceiptForm,
  lines: ArrivedLine[],
): Draft {
  const path = `/api/orders/${order.id}/receipts`
  const body: ReceiveOrderForm = { id, shipmentId, lines, rest, place, note: note.trim() }
  const where = { lane: receivingLane(order.id), method: 'POST', path, target: `${path}/${id}` } as const
  return { kind: 'order.receive', ...where, body: { ...body }, about: about(order) }
}

/** Say that nothing more of an order will come. */
export function closeDraft(order: Fulfilment, reason: string): Draft {
  const path = `/api/orders/${order.id}/closure`
  const body: CloseOrderForm = { reason: reason.trim(), ifVersion: order.version }
  const where = { lane: receivingLane(order.id), method: 'POST', path, target: path } as const
  return { kind: 'order.close', ...where, body: { ...body }, about: about(order) }
}

/** Goods that go back to where they came from, under the id that the claim will have. */
export interface GoingBack {
  id: string
  productId: string
  quantity: string
  note: string
  photoIds: string[]
}

/** Give goods back. Sent again, it is the same claim. */
export function returnDraft(order: Fulfilment, { id, productId, quantity, note, photoIds }: GoingBack): Draft {
  const path = '/api/order-claims'
  const body: OpenClaimForm = { id, orderId: order.id, productId, quantity, note: note.trim(), photoIds }
  const where = { lane: receivingLane(order.id), method: 'POST', path, target: `${path}/${id}` } as const
  return { kind: 'claim.open', ...where, body: { ...body }, about: about(order) }
}
