import type { Checkpoint, CheckpointDraft, Template, TemplateDraft } from '@/api/console/types'
import type { Words } from '@/api/types'

/** A question as the form holds it; numbers are texts until they are sent. */
export interface QuestionForm {
  /** Follows the question while it is moved about on the page; never sent. */
  uid: string
  /** Ties the question to its answers at earlier visits; null makes it a new one. */
  key: string | null
  title: Words
  criterion: Words
  answerType: Checkpoint['answerType']
  required: boolean
  critical: boolean
  weight: number
  photoRule: Checkpoint['photoRule']
  /** Photos come from the camera on the spot, not from the gallery. */
  live: boolean
  shelf: boolean
  /** Per cent. */
  minAvailability: number
  numberMin: string
  numberMax: string
  unit: string
  choices: { code: string; label: Words; passes: boolean }[]
}

export interface SectionForm {
  uid: string
  title: Words
  weight: number
  questions: QuestionForm[]
}

export interface TemplateForm {
  name: Words
  criticalCap: number
  sections: SectionForm[]
}

const USUAL_CAP = 60
const USUAL_AVAILABILITY = 90
const blank = (): Words => ({ zh: '', en: '' })

export const newQuestion = (): QuestionForm => ({
  uid: crypto.randomUUID(),
  key: null,
  title: blank(),
  criterion: blank(),
  answerType: 'passfail',
  required: true,
  critical: false,
  weight: 1,
  photoRule: 'onFail',
  live: true,
  shelf: false,
  minAvailability: USUAL_AVAILABILITY,
  numberMin: '',
  numberMax: '',
  unit: '',
  choices: [],
})
export const newSection = (): SectionForm => ({
  uid: crypto.randomUUID(),
  title: blank(),
  weight: 1,
  questions: [newQuestion()],
})
export const newTemplate = (): TemplateForm => ({ name: blank(), criticalCap: USUAL_CAP, sections: [newSection()] })

const textOf = (value: number | null) => (value === null ? '' : String(value))

export const formOf = (template: Template): TemplateForm => ({
  name: { ...template.name },
  criticalCap: template.criticalCap,
  sections: template.sections.map(({ title, weight, checkpoints }) => ({
    uid: crypto.randomUUID(),
    title: { ...title },
    weight,
    questions: checkpoints.map((checkpoint) => ({
      ...newQuestion(),
      key: checkpoint.key,
      title: { ...checkpoint.title },
      criterion: { ...checkpoint.criterion },
      answerType: checkpoint.answerType,
      required: checkpoint.required,
      critical: checkpoint.critical,
      weight: checkpoint.weight,
      photoRule: checkpoint.photoRule,
      live: checkpoint.live || checkpoint.photoRule === 'none',
      shelf: checkpoint.shelf,
      minAvailability: Math.round((checkpoint.minAvailability ?? USUAL_AVAILABILITY / 100) * 100),
      numberMin: textOf(checkpoint.numberMin),
      numberMax: textOf(checkpoint.numberMax),
      unit: checkpoint.unit ?? '',
      choices: checkpoint.choices.map((choice) => ({ ...choice, label: { ...choice.label } })),
    })),
  })),
})

/** What one question sends: only the rules that its kind of answer has. */
export function questionBody(question: QuestionForm): CheckpointDraft {
  const { key, title, criterion, answerType, required, critical, weight } = question
  const shelf = answerType === 'photo' && question.shelf
  const number = answerType === 'number'
  const photoRule = answerType === 'photo' ? 'always' : question.photoRule
  return {
    key,
    title: trimmed(title),
    criterion: trimmed(criterion),
    answerType,
    required,
    critical,
    weight,
    shelf,
    photoRule,
    live: photoRule !== 'none' && question.live,
    minAvailability: shelf ? question.minAvailability / 100 : null,
    numberMin: number ? question.numberMin.trim() || null : null,
    numberMax: number ? question.numberMax.trim() || null : null,
    unit: number ? question.unit.trim() || null : null,
    choices: answerType === 'choice' ? question.choices.map((one) => ({ ...one, label: trimmed(one.label) })) : [],
  }
}

/** What is published. A text given in one language stands in for the other. */
export function bodyOf(form: TemplateForm): Omit<TemplateDraft, 'ifVersion'> {
  return {
    name: trimmed(form.name),
    criticalCap: String(form.criticalCap),
    sections: form.sections.map(({ title, weight, questions }) => ({
      title: trimmed(title),
      weight,
      checkpoints: questions.map(questionBody),
    })),
  }
}

function trimmed({ zh, en }: Words): Words {
  return { zh: zh.trim() || en.trim(), en: en.trim() || zh.trim() }
}

/** Whether a text is missing in both languages; it would have nothing to show. */
function isBlank({ zh, en }: Words): boolean {
  return zh.trim() === '' && en.trim() === ''
}

export function questionLacks({ title, criterion, answerType, choices }: QuestionForm): boolean {
  const unnamed = answerType === 'choice' && choices.some((choice) => isBlank(choice.label))
  return isBlank(title) || isBlank(criterion) || unnamed
}

/** Whether some text has to be written before the checklist can be published. */
export function lacksTexts({ name, sections }: TemplateForm): boolean {
  return isBlank(name) || sections.some(({ title, questions }) => isBlank(title) || questions.some(questionLacks))
}

/** A list with one entry moved by a place; unchanged at the ends. */
export function moved<T>(list: readonly T[], index: number, by: 1 | -1): T[] {
  const result = [...list]
  const [one] = result.splice(index, 1)
  if (one !== undefined) result.splice(Math.max(0, index + by), 0, one)
  return result
}
