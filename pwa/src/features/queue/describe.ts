import type { Command, CommandKind } from '@/offline/records'
import type { IconName } from '@/ui/icons'

const ICONS: Record<CommandKind, IconName> = {
  'visit.start': 'store',
  'visit.answer': 'check',
  'visit.submit': 'arrowUp',
  'visit.decide': 'check',
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
}

export const iconOf = (command: Command): IconName => ICONS[command.kind]

/** Key of the words for what a command does; the kind's dot would read as a level of messages. */
export const wordOf = (command: Command): string => `command.${command.kind.replace('.', '_')}`

/** Everything that has not been sent, for keeping elsewhere: commands as stored, photos without their bytes. */
export function exported(commands: Command[], at: Date): string {
  const unsent = commands.filter(({ state }) => state !== 'done')
  return JSON.stringify({ format: 'storewalk-queue-1', exportedAt: at.toISOString(), commands: unsent }, null, 2)
}
