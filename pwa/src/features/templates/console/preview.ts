import type { Template } from '@/api/console/types'
import type { Checkpoint } from '@/api/types'
import type { Told } from '@/offline/asking'
import { questionBody, type Outcome, type QuestionForm, type TemplateForm } from './draft'

/** What somebody tries out on the preview. */
export interface Trial {
  outcome: Outcome | null
  number: string
  choice: string | null
  text: string
  photos: number
}

export const NOTHING: Trial = { outcome: null, number: '', choice: null, text: '', photos: 0 }

const numberOf = (text: string | null | undefined): number | null => {
  const value = Number(text ?? '')
  return (text ?? '').trim() === '' || Number.isNaN(value) ? null : value
}

/** A question as a phone would get it if the form were published now. */
function checkpointOf(question: QuestionForm): Checkpoint {
  const body = questionBody(question)
  return {
    ...body,
    id: question.key,
    key: question.key,
    hint: body.hint ?? null,
    reference: body.reference ?? null,
    referencePhotoId: body.referencePhotoId ?? null,
    photoRule: body.photoRule ?? 'none',
    noteRule: body.noteRule ?? 'none',
    live: body.live ?? false,
    minAvailability: body.minAvailability ?? null,
    numberMin: numberOf(body.numberMin),
    numberMax: numberOf(body.numberMax),
    unit: body.unit ?? null,
    choices: body.choices ?? [],
    condition: question.condition,
    formats: question.formats,
  }
}

/** The checklist as a phone would get it if the form were published now. */
export function templateOf(form: TemplateForm): Template {
  return {
    id: '',
    name: form.name,
    version: 1,
    versionId: '',
    checkpointCount: 0,
    criticalCap: form.criticalCap,
    formats: form.formats,
    publishedAt: '',
    sections: form.sections.map(({ uid, title, weight, formats, questions }) => ({
      id: uid,
      title,
      weight,
      formats,
      checkpoints: questions.map(checkpointOf),
    })),
  }
}

/** What an answer comes to, as limits and choices decide; null while there is none. */
export function outcomeOf(checkpoint: Checkpoint, trial: Trial): Outcome | null {
  if (trial.outcome === 'notApplicable') return 'notApplicable'
  switch (checkpoint.answerType) {
    case 'number': {
      const value = numberOf(trial.number)
      if (value === null) return null
      const { numberMin: low, numberMax: high } = checkpoint
      return (low === null || value >= low) && (high === null || value <= high) ? 'pass' : 'fail'
    }
    case 'choice': {
      const chosen = checkpoint.choices.find(({ code }) => code === trial.choice)
      return chosen ? (chosen.passes ? 'pass' : 'fail') : null
    }
    case 'text':
      return trial.text.trim() === '' ? null : 'pass'
    case 'photo':
      return trial.photos > 0 ? 'pass' : null
    default:
      return trial.outcome
  }
}

/** The trials as conditions look at answers. */
export const answersOf = (template: Template, trials: Readonly<Record<string, Trial>>): Told[] =>
  template.sections.flatMap(({ checkpoints }) =>
    checkpoints.flatMap((checkpoint) => {
      const trial = trials[checkpoint.key]
      const outcome = trial ? outcomeOf(checkpoint, trial) : null
      if (!trial || outcome === null) return []
      return [{ checkpointId: checkpoint.id, outcome, value: { number: null, choice: trial.choice, text: null } }]
    }),
  )
