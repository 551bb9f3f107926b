import type { Checkpoint, VisitAnswer, VisitDetail } from '@/api/console/types'
import type { Words } from '@/api/types'

export interface SectionRows {
  id: string
  title: Words
  weight: number
  score: number | null
  rows: { checkpoint: Checkpoint; answer: VisitAnswer | null }[]
}

/** What head office looks at first: failed, waiting, or overruled by a person. */
export function isOdd(answer: VisitAnswer): boolean {
  return answer.outcome === 'fail' || answer.outcome === 'pending' || answer.needsPerson || answer.overruled
}

/** What a visit was asked with answers and section scores beside it; with `oddOnly`, only what wants a look. */
export function rowsOf(visit: VisitDetail, oddOnly: boolean): SectionRows[] {
  const answers = new Map(visit.answers.map((answer) => [answer.checkpointId, answer]))
  const notAsked = new Set(visit.notAsked)
  const scores = new Map(visit.scoreDetail?.sections.map((section) => [section.id, section.score]))
  return visit.template.sections
    .map(({ id, title, weight, checkpoints }) => ({
      id,
      title,
      weight,
      score: scores.get(id) ?? null,
      rows: checkpoints
        .filter((checkpoint) => !notAsked.has(checkpoint.id))
        .map((checkpoint) => ({ checkpoint, answer: answers.get(checkpoint.id) ?? null }))
        .filter(({ answer }) => !oddOnly || (answer !== null && isOdd(answer))),
    }))
    .filter((section) => section.rows.length > 0)
}
