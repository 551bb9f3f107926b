import type { TaskSummary } from '@/api/types'

type Pressing = Pick<TaskSummary, 'status' | 'overdue' | 'dueAt'>

const isBlocked = ({ status }: Pressing): number => Number(status === 'blocked')

/** What presses most first: overdue, then by due time; one that is blocked has none that runs, and comes last. */
export const byUrgency = (a: Pressing, b: Pressing): number =>
  Number(b.overdue) - Number(a.overdue) || isBlocked(a) - isBlocked(b) || a.dueAt.localeCompare(b.dueAt)
