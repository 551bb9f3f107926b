import type { Task, Visit } from '@/api/types'
import { byUrgency } from '@/ui/taskOrder'
import { taskDone } from '@/ui/tones'

export interface Day {
  missed: Visit[]
  visits: Visit[]
  ahead: Visit[]
  done: Visit[]
  tasks: Task[]
}

const RECENT_MS = 36 * 3_600_000
const first = (visit: Visit): string => (visit.status === 'started' ? '' : (visit.dueAt ?? visit.plannedFor))

/** The calendar day on this phone, as YYYY-MM-DD. */
function localDate(at: number): string {
  const day = new Date(at)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
}

/**
 * What one person has to do: visits under way and planned for today (by due time), those planned for later days,
 * missed ones, what was finished lately, and open tasks with the most urgent first. `storeId` narrows it to a store.
 */
export function dayOf(visits: Visit[], tasks: Task[], storeId: string | null, now = Date.now()): Day {
  const here = <T extends { storeId: string }>(rows: T[]) =>
    rows.filter((row) => storeId === null || row.storeId === storeId)
  const of = (...states: Visit['status'][]) => here(visits).filter(({ status }) => states.includes(status))
  const lately = ({ submittedAt }: Visit) => now - Date.parse(submittedAt ?? '') < RECENT_MS
  const today = localDate(now)
  const planned = of('planned', 'started').sort((a, b) => first(a).localeCompare(first(b)))
  const isAhead = (visit: Visit) => visit.status === 'planned' && visit.plannedFor > today
  return {
    missed: of('missed'),
    visits: planned.filter((visit) => !isAhead(visit)),
    ahead: planned.filter(isAhead),
    done: of('submitted', 'scored')
      .filter(lately)
      .sort((a, b) => (b.submittedAt ?? '').localeCompare(a.submittedAt ?? '')),
    tasks: here(tasks)
      .filter(({ status }) => !taskDone(status))
      .sort(byUrgency),
  }
}
