import type { AcceptOrderForm, Fulfilment, ShipOrderForm, Words } from '@/api/types'
import type { Draft } from '../../records'
import { receivingLane } from '../receiving/drafts'

const about = ({ storeName, sourceName }: Fulfilment): Words => {
  const name = `${sourceName} → ${storeName}`
  return { zh: name, en: name }
}

/** Take an order on as it was ordered. */
export function acceptDraft(order: Fulfilment): Draft {
  const path = `/api/orders/${order.id}/acceptance`
  const body: AcceptOrderForm = { lines: [], belowLeast: false, ifVersion: order.version }
  const where = { lane: receivingLane(order.id), method: 'POST', path, target: path } as const
  return { kind: 'order.accept', ...where, body: { ...body }, about: about(order) }
}

/** Send what was picked; sent again, it is the same delivery. */
export function shipDraft(order: Fulfilment, id: string, lines: { productId: string; quantity: string }[]): Draft {
  const path = `/api/orders/${order.id}/shipments`
  const body: ShipOrderForm = { id, note: '', lines }
  const where = { lane: receivingLane(order.id), method: 'POST', path, target: `${path}/${id}` } as const
  return { kind: 'order.ship', ...where, body: { ...body }, about: about(order) }
}
