import type { Visit } from '@/api/types'
import { happenedAt } from './happened'
import type { Command } from './records'

/** A visit with this device's own answer to its reviewer laid over it. */
export function remarkedWith(visit: Visit, command: Command): Visit {
  if (visit.review?.status !== 'returned') return visit
  const { remark } = command.body as { remark: string }
  return { ...visit, review: { ...visit.review, status: 'remarked', remark, remarkedAt: happenedAt(command) } }
}
