import type { Order, Suggestions, SuggestionSource } from '@/api/types'
import type { Command } from '../records'
import { orderKey } from './forms'

/** What of an order's way is to be seen: the server's state, or that it waits on this phone, or was not taken. */
export type OrderStand = Order['state'] | 'unsent' | 'notTaken'

/** A source of today, with the order that goes with it. */
export interface SourceView {
  source: SuggestionSource
  /** Form and lane. */
  key: string
  lines: number
  /** Lines with a suggestion. */
  suggested: number
  attention: number
  /** Somebody has begun to change it here. */
  begun: boolean
  order: Order | null
  /** Today's orders that went off already. */
  sent: Order[]
  stand: OrderStand | null
  /** Its commands that wait here or were refused. */
  lane: Command[]
  /** Its commands that were taken a moment ago: the orders may not tell of them yet. */
  taken: Command[]
}

const EDITABLE = new Set<OrderStand>(['draft', 'returned', 'notTaken'])
const NOT_SENT = new Set<OrderStand>(['draft', 'returned', 'refused', 'cancelled'])

/** Whether whoever places orders may fill it now: nobody has, or it came back. */
export const fillable = ({ stand }: Pick<SourceView, 'stand'>): boolean => stand === null || EDITABLE.has(stand)

/** Whether another order may be begun: the one before has gone off and is known of. */
export const again = ({ stand, sent, lane }: Pick<SourceView, 'stand' | 'sent' | 'lane'>): boolean =>
  stand !== null && stand !== 'unsent' && !EDITABLE.has(stand) && sent.length > 0 && lane.length === 0

/** How a lane of commands stands: what was refused counts more than what waits. */
function laneStand(lane: Command[]): OrderStand | null {
  const submitting = lane.filter(({ kind }) => kind !== 'order.decide')
  if (submitting.some(({ state }) => state === 'refused')) return 'notTaken'
  return submitting.some(({ state, kind }) => state !== 'refused' && kind === 'order.submit') ? 'unsent' : null
}

/** The newest of a day's orders of a source that still counts, else the newest. */
function orderOf(orders: Order[], source: SuggestionSource, day: string): Order | null {
  const all = orders.filter((order) => order.sourceId === source.id && order.day === day)
  return all.find(({ state }) => state !== 'cancelled') ?? null
}

/** The sources of a store's day with their orders, the next cut-off first. */
export function sourcesWith(
  told: Suggestions,
  orders: Order[],
  commands: readonly Command[],
  forms: ReadonlySet<string>,
): SourceView[] {
  return told.sources.map((source) => {
    const key = orderKey(told.storeId, source.id, told.day)
    const lines = told.lines.filter(({ sourceId }) => sourceId === source.id)
    const its = commands.filter((command) => command.lane === key)
    const [lane, taken] = [its.filter(({ state }) => state !== 'done'), its.filter(({ state }) => state === 'done')]
    const sent = taken.some(({ kind }) => kind === 'order.submit')
    const order = orderOf(orders, source, told.day)
    const here = laneStand(lane)
    // What was sent a moment ago is not told of yet.
    const stand = here ?? (sent && (order === null || EDITABLE.has(order.state)) ? 'unsent' : (order?.state ?? null))
    return {
      source,
      key,
      lines: lines.length,
      suggested: lines.filter(({ quantity }) => quantity !== '0').length,
      attention: lines.filter(({ attention }) => attention.length > 0).length,
      begun: forms.has(key),
      order,
      sent: orders.filter(
        ({ sourceId, day, state }) => sourceId === source.id && day === told.day && !NOT_SENT.has(state),
      ),
      stand,
      lane,
      taken,
    }
  })
}

/** Orders that still wait for this person, the longest first. */
export function toDecide<T extends Order>(orders: T[], commands: readonly Command[]): T[] {
  const decided = new Set(
    commands.filter(({ kind, state }) => kind === 'order.decide' && state !== 'refused').map(({ target }) => target),
  )
  return orders
    .filter(({ id }) => !decided.has(`/api/orders/${id}/approval`))
    .sort((a, b) => (a.waitsSince ?? '').localeCompare(b.waitsSince ?? ''))
}
