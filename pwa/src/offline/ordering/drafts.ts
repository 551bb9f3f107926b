import type {
  Decision,
  DecideOrderForm,
  Order,
  OrderLineForm,
  OpenOrderForm,
  PlanSuggestionsForm,
  SetOrderLinesForm,
  SubmitOrderForm,
  WithdrawOrderForm,
  Words,
} from '@/api/types'
import type { Draft } from '../records'
import { orderKey } from './forms'

/** The order that is meant: of which store, source and day, under which id, and how a person calls it. */
export interface Meant {
  id: string
  storeId: string
  sourceId: string
  day: string
  name: string
}

/** The server takes so many lines in one piece. */
const MOST_LINES = 500

const about = (name: string): Words => ({ zh: name, en: name })
const laneOf = ({ storeId, sourceId, day }: Pick<Meant, 'storeId' | 'sourceId' | 'day'>) =>
  orderKey(storeId, sourceId, day)

/** Open the order of the day; where another phone has, this id means that one from then on. */
export function openDraft(meant: Meant): Draft {
  const body: OpenOrderForm = { id: meant.id, storeId: meant.storeId, sourceId: meant.sourceId, day: meant.day }
  const target = `/api/orders/${meant.id}/opening`
  const rest = { lane: laneOf(meant), method: 'POST', path: '/api/orders' } as const
  return { kind: 'order.open', ...rest, body: { ...body }, target, about: about(meant.name) }
}

/** Say how much of each product is wanted, in as many pieces as it takes. */
export function lineDrafts(meant: Meant, lines: OrderLineForm[]): Draft[] {
  const path = `/api/orders/${meant.id}/lines`
  const parts = Array.from({ length: Math.ceil(lines.length / MOST_LINES) }, (_, part) =>
    lines.slice(part * MOST_LINES, (part + 1) * MOST_LINES),
  )
  return parts.map((part, number) => {
    const body: SetOrderLinesForm = { lines: part }
    const rest = { lane: laneOf(meant), method: 'PUT', path, target: `${path}/${number}` } as const
    return { kind: 'order.lines', ...rest, body: { ...body }, about: about(meant.name) }
  })
}

/** Send it off; `urgent` asks for it also after the cut-off. */
export function submitDraft(meant: Meant, urgent: boolean, note: string): Draft {
  const path = `/api/orders/${meant.id}/submission`
  const body: SubmitOrderForm = { urgent, note }
  const rest = { lane: laneOf(meant), method: 'POST', path, target: path } as const
  return { kind: 'order.submit', ...rest, body: { ...body }, about: about(meant.name) }
}

const meantBy = (order: Order): Meant => ({ ...order, name: `${order.storeName} · ${order.sourceName}` })

/** Approve an order that waits, or return it to the store with a reason. */
export function decideDraft(order: Order, decision: Decision, reason: string): Draft {
  const path = `/api/orders/${order.id}/approval`
  const body: DecideOrderForm = { decision, reason, ifVersion: order.version }
  const rest = { lane: `${laneOf(order)}.decision`, method: 'POST', path, target: path } as const
  return { kind: 'order.decide', ...rest, body: { ...body }, about: about(meantBy(order).name) }
}

/** Take an order back to change it. */
export function withdrawDraft(order: Order): Draft {
  const path = `/api/orders/${order.id}/withdrawal`
  const body: WithdrawOrderForm = { reason: '' }
  const rest = { lane: laneOf(order), method: 'POST', path, target: path } as const
  return { kind: 'order.withdraw', ...rest, body: { ...body }, about: about(meantBy(order).name) }
}

/** Have a store's suggestions of today computed now. */
export function planDraft(storeId: string, storeName: string): Draft {
  const path = '/api/order-suggestions/plan'
  const body: PlanSuggestionsForm = { storeId }
  const rest = { lane: `suggestions:${storeId}`, method: 'POST', path, target: `${path}/${storeId}` } as const
  return { kind: 'order.plan', ...rest, body: { ...body }, about: about(storeName) }
}
