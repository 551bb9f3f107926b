import type { Task, Visit } from '@/api/types'

export interface Day {
  missed: Visit[]
  visits: Visit[]
  done: Visit[]
  tasks: Task[]
}

const RECENT_MS = 36 * 3_600_000
const first = (visit: Visit): string => (visit.status === 'started' ? '' : (visit.dueAt ?? visit.plannedFor))

/**
 * What one person has to do: visits under way and planned (by due time), missed ones, what was finished lately, and
 * open tasks with the most urgent first. `storeId` narrows it to a store.
 */
export function dayOf(visits: Visit[], tasks: Task[], storeId: string | null, now = Date.now()): Day {
  const here = <T extends { storeId: string }>(rows: T[]) =>
    rows.filter((row) => storeId === null || row.storeId === storeId)
  const of = (...states: Visit['status'][]) => here(visits).filter(({ status }) => states.includes(status))
  const lately = ({ submittedAt }: Visit) => now - Date.parse(submittedAt ?? '') < RECENT_MS
  return {
    missed: of('missed'),
    visits: of('planned', 'started').sort((a, b) => first(a).localeCompare(first(b))),
    done: of('submitted', 'scored')
      .filter(lately)
      .sort((a, b) => (b.submittedAt ?? '').localeCompare(a.submittedAt ?? '')),
    tasks: here(tasks)
      .filter(({ status }) => status !== 'accepted')
      .sort((a, b) => Number(b.overdue) - Number(a.overdue) || a.dueAt.localeCompare(b.dueAt)),
  }
}
