import type { Answer, Checkpoint, Section, Visit } from '@/api/types'

export interface Item {
  checkpoint: Checkpoint
  answer: Answer | undefined
  /** A photo that the rule asks for is missing. */
  needsPhoto: boolean
}

export interface Part {
  section: Section
  items: Item[]
  answered: number
}

const settled = (answer: Answer | undefined): boolean => answer !== undefined && answer.outcome !== 'unanswered'

/** Whether the checkpoint's rule asks for a photo that the answer lacks. */
function lacksPhoto({ photoRule, answerType }: Checkpoint, answer: Answer | undefined): boolean {
  if (!answer || !settled(answer) || answer.photos.length > 0 || answer.outcome === 'notApplicable') return false
  return photoRule === 'always' || (photoRule === 'onFail' && answer.outcome === 'fail') || answerType === 'photo'
}

/** Whether something is still asked of the person: an answer to a required question, or its photo. */
export function wants({ checkpoint, answer, needsPhoto }: Item): boolean {
  return needsPhoto || (checkpoint.required && !settled(answer))
}

/** The checklist with what has been answered, section by section. */
export function partsOf(visit: Visit): Part[] {
  const answers = new Map(visit.answers.map((answer) => [answer.checkpointId, answer]))
  return visit.template.sections.map((section) => {
    const items = section.checkpoints.map((checkpoint) => {
      const answer = answers.get(checkpoint.id)
      return { checkpoint, answer, needsPhoto: lacksPhoto(checkpoint, answer) }
    })
    return { section, items, answered: items.filter(({ answer }) => settled(answer)).length }
  })
}

/** What "pass this section in one tap" may set: unanswered yes-or-no questions, neither critical nor with a photo. */
export function passable(part: Part): Checkpoint[] {
  return part.items
    .filter(({ checkpoint: { answerType, critical, photoRule }, answer }) => {
      return answerType === 'passfail' && !critical && photoRule !== 'always' && !settled(answer)
    })
    .map(({ checkpoint }) => checkpoint)
}

export interface Tally {
  pass: Item[]
  fail: Item[]
  notApplicable: Item[]
  pending: Item[]
  /** Required and without answer, or without the photo that the rule asks for: the visit cannot end yet. */
  missing: Item[]
  /** Left open on purpose: not required. */
  skipped: Item[]
}

export function tallyOf(parts: Part[]): Tally {
  const items = parts.flatMap((part) => part.items)
  const of = (outcome: Answer['outcome']) => items.filter(({ answer }) => answer?.outcome === outcome)
  const open = items.filter(({ answer }) => !settled(answer))
  return {
    pass: of('pass'),
    fail: of('fail'),
    notApplicable: of('notApplicable'),
    pending: of('pending'),
    missing: [...open.filter(({ checkpoint }) => checkpoint.required), ...items.filter(({ needsPhoto }) => needsPhoto)],
    skipped: open.filter(({ checkpoint }) => !checkpoint.required),
  }
}
