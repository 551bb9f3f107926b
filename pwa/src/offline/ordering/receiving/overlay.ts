import type { DeliveryDue, Store } from '@/api/types'
import { dayNumber } from '../../freshness/overlay'
import type { Command } from '../../records'
import { receivingLane } from './drafts'
import { receiptKey } from './forms'
import { receivable } from './keep'

/** Where a delivery stands at this phone: to be taken in, or what was said of it waits here or was not taken. */
export type DeliveryStand = 'notSent' | 'here' | 'unsent' | 'notTaken'

/** A delivery that a store expects. */
export interface DeliveryView {
  due: DeliveryDue
  key: string
  stand: DeliveryStand
  /** Days after today; below 0 it is late. */
  inDays: number
  /** Somebody has begun to take it in here. */
  begun: boolean
}

/** The receipts of a delivery that are in the queue; those that the server took stay until it has told of them. */
export function receiptsIn(commands: readonly Command[], orderId: string, shipmentId: string | null): Command[] {
  const lane = receivingLane(orderId)
  return commands.filter(
    (each) => each.kind === 'order.receive' && each.lane === lane && (each.body['shipmentId'] ?? null) === shipmentId,
  )
}

function standOf(due: DeliveryDue, commands: readonly Command[]): DeliveryStand {
  const receipts = receiptsIn(commands, due.orderId, due.shipmentId)
  if (receipts.some(({ state }) => state === 'refused')) return 'notTaken'
  if (receipts.length > 0) return 'unsent'
  return receivable(due) ? 'here' : 'notSent'
}

/** What a store expects, with what was done about it here, the earliest first. */
export function deliveriesWith(
  due: DeliveryDue[],
  store: Pick<Store, 'timeZone' | 'businessDayCut'>,
  commands: readonly Command[],
  forms: ReadonlySet<string>,
  now: number,
): DeliveryView[] {
  const today = dayNumber(store, now)
  return due.map((each) => {
    const key = receiptKey(each.orderId, each.shipmentId)
    return {
      due: each,
      key,
      stand: standOf(each, commands),
      inDays: Math.floor(Date.parse(each.expectedOn) / 86_400_000) - today,
      begun: forms.has(key),
    }
  })
}

/** What is to be taken in by today, and what was said of it and is not settled. */
export const dueToday = (views: DeliveryView[]): DeliveryView[] =>
  views.filter(({ stand, inDays, begun }) => stand !== 'notSent' && (inDays <= 0 || begun || stand !== 'here'))
