import type { VisitSummary } from '@/api/types'

const MOST_COMING = 3
const MOST_LATEST = 5

/** A store's visits to show: those to come, the next first, and what became of the others, the latest first. */
export function visitsOfStore(known: readonly VisitSummary[]): { coming: VisitSummary[]; latest: VisitSummary[] } {
  const visits = [...new Map(known.map((visit) => [visit.id, visit])).values()]
  const first = ({ dueAt, plannedFor }: VisitSummary) => dueAt ?? plannedFor
  const last = ({ submittedAt, startedAt, plannedFor }: VisitSummary) => submittedAt ?? startedAt ?? plannedFor
  return {
    coming: visits
      .filter(({ status }) => status === 'planned')
      .sort((a, b) => first(a).localeCompare(first(b)))
      .slice(0, MOST_COMING),
    latest: visits
      .filter(({ status }) => status !== 'planned')
      .sort((a, b) => last(b).localeCompare(last(a)))
      .slice(0, MOST_LATEST),
  }
}
