import { useI18n } from 'vue-i18n'
import { computed, type ComputedRef } from 'vue'
import type { DeskOrder, OrderHistory } from '@/api/console/types'
import type { OrderDetail } from '@/api/types'
import { useFormats } from '@/i18n/format'

export const STATES = [
  'waiting',
  'approved',
  'accepted',
  'partly_shipped',
  'shipped',
  'partly_received',
  'received',
  'closed',
  'returned',
  'refused',
  'cancelled',
  'draft',
] as const satisfies DeskOrder['state'][]

type Hit = DeskOrder['hits'][number]
type Line = OrderDetail['lines'][number]
type Step = OrderHistory['items'][number]

/** A rule that an order met, as a sentence: by how much it is over. */
export function useUnusual(): ComputedRef<(order: Pick<DeskOrder, 'hits' | 'missing' | 'explained'>) => string[]> {
  const { t } = useI18n()
  const formats = useFormats()
  const said = ({ kind, measured, over, name }: Hit): string => {
    const money = kind !== 'deviation_percent'
    const size = (value: number) => (money ? formats.value.money(value) : `${value}%`)
    const text = t(`hq.orders.met.${kind}`, { measured: size(measured), over: size(over) })
    return name === '' ? text : t('hq.orders.metNamed', { name, text })
  }
  return computed(() => (order) => [
    ...order.hits.map(said),
    ...(order.explained > 0 ? [t('hq.orders.explained', { count: order.explained }, order.explained)] : []),
    ...(order.missing > 0 ? [t('hq.orders.missing', { count: order.missing }, order.missing)] : []),
  ])
}

/** How long something took or waits, in hours and minutes. */
export function useSpan(): ComputedRef<(seconds: number) => string> {
  const { t } = useI18n()
  return computed(() => (seconds) => {
    const minutes = Math.floor(seconds / 60)
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    if (hours === 0) return t('hq.orders.minutes', { minutes })
    return hours < 48
      ? t('hq.orders.hours', { hours, minutes: rest })
      : t('hq.orders.days', { days: Math.floor(hours / 24) })
  })
}

/** Whether an order has been approved, so that its quantities are what may be sent. */
export const isApproved = ({ state, decidedAt }: Pick<DeskOrder, 'state' | 'decidedAt'>): boolean =>
  decidedAt !== null && !['draft', 'returned', 'waiting', 'refused'].includes(state)

/** A line that says something: wanted, suggested, forgotten or dropped. */
export const speaks = ({ quantity, submitted, suggested, mustOrder, dropped }: Line): boolean =>
  mustOrder || dropped !== null || [quantity, submitted, suggested].some((each) => Number(each) > 0)

/** The lines of which an approver wants another quantity, as the server takes them. */
export const changedLines = (lines: readonly Line[], typed: ReadonlyMap<string, string>) =>
  lines.flatMap(({ productId, quantity }) => {
    const wanted = typed.get(productId)?.trim()
    return wanted === undefined || wanted === '' || Number(wanted) === Number(quantity)
      ? []
      : [{ productId, quantity: wanted }]
  })

const SETS_LINES = 'ordering.order_lines_set'

/** Steps as people tell them: the same person filling lines again and again is one step. */
export function toldSteps(steps: readonly Step[]): Step[] {
  const told: Step[] = []
  for (const step of steps) {
    const last = told.at(-1)
    if (last && last.kind === SETS_LINES && step.kind === SETS_LINES && last.byName === step.byName)
      told[told.length - 1] = { ...step, changes: (last.changes ?? 0) + (step.changes ?? 0) }
    else told.push(step)
  }
  return told
}

/** How a figure went since it was `before`; null where there is nothing to compare with. */
export function changeOf(now: number, before: number): { share: number; up: boolean } | null {
  return before === 0 ? null : { share: Math.abs(now - before) / before, up: now >= before }
}
