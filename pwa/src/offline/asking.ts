import type { Answer, Checkpoint, Template, Visit } from '@/api/types'

// The same rule as the server's `inspections/asking.py`, so that a phone without signal asks the same.

/** What conditions look at in an answer. */
export type Told = Pick<Answer, 'checkpointId' | 'outcome' | 'value'>

const forStore = (formats: string[], store: Visit['storeFormat']): boolean =>
  formats.length === 0 || store === null || formats.includes(store)

function met({ outcomes, choices }: NonNullable<Checkpoint['condition']>, answer: Told | undefined): boolean {
  if (!answer) return false
  const chosen = answer.outcome !== 'notApplicable' && choices.includes(answer.value?.choice ?? '')
  return chosen || outcomes.some((outcome) => outcome === answer.outcome)
}

/** The checkpoints that are asked in such a store after these answers; conditions look back only. */
export function askedOf(template: Template, storeFormat: Visit['storeFormat'], answers: Told[]): Set<string> {
  const given = new Map(answers.map((answer) => [answer.checkpointId, answer]))
  const idOf = new Map<string, string>()
  const asked = new Set<string>()
  for (const section of template.sections) {
    for (const { id, key, formats, condition } of section.checkpoints) {
      idOf.set(key, id)
      if (!forStore(section.formats, storeFormat) || !forStore(formats, storeFormat)) continue
      const on = condition && (idOf.get(condition.key) ?? '')
      if (!condition || (on && asked.has(on) && met(condition, given.get(on)))) asked.add(id)
    }
  }
  return asked
}

/** What of a visit is asked, and how much of that is answered. */
export function progressOf({ template, storeFormat, answers }: Visit): { answered: number; total: number } {
  const asked = askedOf(template, storeFormat, answers)
  const done = answers.filter(({ checkpointId, outcome }) => outcome !== 'unanswered' && asked.has(checkpointId))
  return { answered: done.length, total: asked.size }
}

/** Whether a checklist may be used in such a store. */
export const fitsStore = (template: Template, storeFormat: Visit['storeFormat']): boolean =>
  forStore(template.formats, storeFormat)
