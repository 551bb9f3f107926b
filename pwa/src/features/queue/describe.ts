import type { CountLine } from '@/offline/counting/line'
import { orderIn } from '@/offline/ordering/receiving/drafts'
import type { Command, CommandKind } from '@/offline/records'
import type { IconName } from '@/ui/icons'

const ICONS: Record<CommandKind, IconName> = {
  'visit.start': 'store',
  'visit.take': 'person',
  'visit.answer': 'check',
  'visit.submit': 'arrowUp',
  'visit.decide': 'check',
  'visit.sign': 'pencil',
  'visit.signPresent': 'pencil',
  'visit.dispute': 'undo',
  'visit.remark': 'letter',
  'dispute.decide': 'check',
  'task.respond': 'tasks',
  'task.verify': 'tasks',
  'task.open': 'plus',
  'task.assign': 'person',
  'task.block': 'clock',
  'task.unblock': 'clock',
  'task.comment': 'letter',
  'inbox.read': 'bell',
  'inbox.readAll': 'bell',
  'account.locale': 'globe',
  'account.revoke': 'device',
  'account.quiet': 'clock',
  'push.subscribe': 'bell',
  'push.test': 'bell',
  'photo.share': 'arrowUp',
  photo: 'gallery',
  'photo.boxes': 'box',
  'count.open': 'plus',
  'count.lines': 'scan',
  'count.close': 'check',
  'count.submit': 'arrowUp',
  'lot.step': 'clock',
  'waste.report': 'trash',
  'waste.decide': 'check',
  'transfer.request': 'plus',
  'transfer.ship': 'arrowUp',
  'transfer.receive': 'check',
  'transfer.cancel': 'cross',
  'order.open': 'plus',
  'order.lines': 'list',
  'order.submit': 'arrowUp',
  'order.decide': 'check',
  'order.withdraw': 'undo',
  'order.plan': 'refresh',
  'rebalance.accept': 'check',
  'rebalance.refuse': 'cross',
  'order.accept': 'check',
  'order.ship': 'arrowUp',
  'order.receive': 'check',
  'order.close': 'cross',
  'claim.open': 'undo',
  'signal.enter': 'bell',
  'signal.change': 'bell',
  'signal.cancel': 'cross',
}

export const iconOf = (command: Command): IconName => ICONS[command.kind]

/** Key of the words for what a command does; the kind's dot would read as a level of messages. */
export const wordOf = (command: Command): string => `command.${command.kind.replace('.', '_')}`

interface Way {
  name: string
  params: Record<string, string>
  query?: Record<string, string>
}

/** The screen of what a refused command of a visit, a task or a dispute is about. */
function subjectOf({ kind, lane, path }: Command): Way[] {
  const [room, id] = lane.split(':')
  if (!id) return []
  if (kind === 'visit.sign' || kind === 'visit.dispute') return [{ name: 'signing', params: { id } }]
  const checkpoint = kind === 'visit.answer' ? path.split('/').at(-1) : undefined
  if (room === 'inspection')
    return [{ name: 'visit', params: { id }, ...(checkpoint && { query: { at: checkpoint } }) }]
  return room === 'task' || room === 'dispute' ? [{ name: room, params: { id } }] : []
}

/** The screen on which a refused command is mended, as none or one of them. */
export function mendedAt(command: Command): Way[] {
  const { kind, lane, body } = command
  if (/^(visit|task|dispute)\./.test(kind)) return subjectOf(command)
  const orderId = orderIn(lane)
  if (kind === 'claim.open') return [{ name: 'order', params: { id: orderId } }]
  if (kind !== 'order.receive') return []
  const { shipmentId } = body
  return [{ name: 'receive', params: typeof shipmentId === 'string' ? { orderId, shipmentId } : { orderId } }]
}

/** Everything that has not been sent, for keeping elsewhere: commands and lines as stored, photos without their bytes. */
export function exported(commands: readonly Command[], lines: CountLine[], at: Date): string {
  const unsent = commands.filter(({ state }) => state !== 'done')
  const countLines = lines.filter(({ unsentOf, refusedOf }) => unsentOf !== undefined || refusedOf !== undefined)
  const kept = { format: 'storewalk-queue-1', exportedAt: at.toISOString(), commands: unsent, countLines }
  return JSON.stringify(kept, null, 2)
}
