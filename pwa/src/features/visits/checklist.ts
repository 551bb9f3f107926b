import type { Answer, Checkpoint, Section, Visit } from '@/api/types'
import { askedOf } from '@/offline/asking'

export interface Item {
  checkpoint: Checkpoint
  answer: Answer | undefined
  /** How many photos more the rule asks for. */
  photosWanted: number
  /** A note that the rule asks for is missing. */
  needsNote: boolean
}

export interface Part {
  section: Section
  items: Item[]
  answered: number
}

const settled = (answer: Answer | undefined): boolean => answer !== undefined && answer.outcome !== 'unanswered'

/** Whether a rule asks for evidence of such an answer; of what does not apply there is nothing to show. */
function asksFor(rule: 'none' | 'onFail' | 'always', answer: Answer | undefined): boolean {
  if (!answer || !settled(answer) || answer.outcome === 'notApplicable') return false
  return rule === 'always' || (rule === 'onFail' && answer.outcome === 'fail')
}

const items = new WeakMap<Checkpoint, Item>()

/** The same of the same checkpoint and answer, so that only what was answered is drawn anew. */
function itemOf(checkpoint: Checkpoint, answer: Answer | undefined): Item {
  const known = items.get(checkpoint)
  if (known && known.answer === answer) return known
  const item = freshItem(checkpoint, answer)
  items.set(checkpoint, item)
  return item
}

function freshItem(checkpoint: Checkpoint, answer: Answer | undefined): Item {
  const evidence = answer?.photos.filter((id) => !answer.notLive.includes(id)).length ?? 0
  return {
    checkpoint,
    answer,
    photosWanted: asksFor(checkpoint.photoRule, answer) ? Math.max(checkpoint.minPhotos - evidence, 0) : 0,
    needsNote: asksFor(checkpoint.noteRule, answer) && !answer?.note,
  }
}

/** Whether an answer is there and lacks the photos or the note that its rules ask for. */
const lacks = ({ photosWanted, needsNote }: Item): boolean => photosWanted > 0 || needsNote

/** Whether something is still asked of the person: an answer to a required question, its photos, or its note. */
export function wants(item: Item): boolean {
  return lacks(item) || (item.checkpoint.required && !settled(item.answer))
}

/** What of the checklist is asked now with what has been answered, section by section. */
export function partsOf(visit: Visit): Part[] {
  const answers = new Map(visit.answers.map((answer) => [answer.checkpointId, answer]))
  const asked = askedOf(visit.template, visit.storeFormat, visit.answers)
  return visit.template.sections
    .map((section) => {
      const items = section.checkpoints
        .filter(({ id }) => asked.has(id))
        .map((checkpoint) => itemOf(checkpoint, answers.get(checkpoint.id)))
      return { section, items, answered: items.filter(({ answer }) => settled(answer)).length }
    })
    .filter(({ items }) => items.length > 0)
}

/** What "pass this section in one tap" may set: unanswered yes-or-no questions, neither critical nor with evidence. */
export function passable(part: Part): Checkpoint[] {
  return part.items
    .filter(({ checkpoint: { answerType, critical, photoRule, noteRule }, answer }) => {
      const evidence = photoRule === 'always' || noteRule === 'always'
      return answerType === 'passfail' && !critical && !evidence && !settled(answer)
    })
    .map(({ checkpoint }) => checkpoint)
}

export interface Tally {
  pass: Item[]
  fail: Item[]
  notApplicable: Item[]
  pending: Item[]
  /** Required and without answer, or without the evidence that a rule asks for: the visit cannot end yet. */
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
    missing: [...open.filter(({ checkpoint }) => checkpoint.required), ...items.filter(lacks)],
    skipped: open.filter(({ checkpoint }) => !checkpoint.required),
  }
}
