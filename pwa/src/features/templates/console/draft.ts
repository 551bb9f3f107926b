import type { Checkpoint, CheckpointDraft, StoreFormat, Template, TemplateDraft } from '@/api/console/types'
import type { Words } from '@/api/types'

/** Ask only after one of these answers to the question `key`, which stands further up. */
export interface ConditionForm {
  key: string
  outcomes: Outcome[]
  choices: string[]
}

export type Outcome = 'pass' | 'fail' | 'notApplicable'

/** A question as the form holds it; numbers are texts until they are sent, texts that may be missing are blank. */
export interface QuestionForm {
  /** Follows the question while it is moved about on the page; never sent. */
  uid: string
  /** Ties the question to its answers at earlier visits, and conditions to it. */
  key: string
  title: Words
  criterion: Words
  hint: Words
  reference: Words
  referencePhotoId: string | null
  answerType: Checkpoint['answerType']
  required: boolean
  critical: boolean
  weight: number
  photoRule: Checkpoint['photoRule']
  minPhotos: number
  noteRule: Checkpoint['noteRule']
  /** Photos come from the camera on the spot, not from the gallery. */
  live: boolean
  shelf: boolean
  /** Per cent. */
  minAvailability: number
  numberMin: string
  numberMax: string
  unit: string
  choices: { code: string; label: Words; passes: boolean }[]
  condition: ConditionForm | null
  /** Kinds of store; none means all. */
  formats: StoreFormat[]
}

export interface SectionForm {
  uid: string
  title: Words
  weight: number
  formats: StoreFormat[]
  questions: QuestionForm[]
}

export interface TemplateForm {
  name: Words
  criticalCap: number
  formats: StoreFormat[]
  sections: SectionForm[]
}

const USUAL_CAP = 60
const USUAL_AVAILABILITY = 90
const blank = (): Words => ({ zh: '', en: '' })

export const newQuestion = (): QuestionForm => ({
  uid: crypto.randomUUID(),
  key: `q-${crypto.randomUUID().replaceAll('-', '')}`,
  title: blank(),
  criterion: blank(),
  hint: blank(),
  reference: blank(),
  referencePhotoId: null,
  answerType: 'passfail',
  required: true,
  critical: false,
  weight: 1,
  photoRule: 'onFail',
  minPhotos: 1,
  noteRule: 'none',
  live: true,
  shelf: false,
  minAvailability: USUAL_AVAILABILITY,
  numberMin: '',
  numberMax: '',
  unit: '',
  choices: [],
  condition: null,
  formats: [],
})
export const newSection = (): SectionForm => ({
  uid: crypto.randomUUID(),
  title: blank(),
  weight: 1,
  formats: [],
  questions: [],
})
export const newTemplate = (): TemplateForm => ({
  name: blank(),
  criticalCap: USUAL_CAP,
  formats: [],
  sections: [{ ...newSection(), questions: [newQuestion()] }],
})

const textOf = (value: number | string | null | undefined) =>
  value === null || value === undefined ? '' : String(value)
const wordsOf = (words: Words | null | undefined) => (words ? { ...words } : blank())

/** The form of a question that was published, or that the library has. */
export function questionOf(source: Checkpoint | CheckpointDraft): QuestionForm {
  const fresh = newQuestion()
  const { answerType, required, critical, weight, shelf, minPhotos, photoRule = 'none', noteRule = 'none' } = source
  const { condition } = source
  return {
    ...fresh,
    key: source.key ?? fresh.key,
    title: { ...source.title },
    criterion: { ...source.criterion },
    hint: wordsOf(source.hint),
    reference: wordsOf(source.reference),
    referencePhotoId: source.referencePhotoId ?? null,
    answerType,
    required,
    critical,
    weight,
    photoRule,
    minPhotos,
    noteRule,
    live: source.live !== false || photoRule === 'none',
    shelf,
    minAvailability: Math.round((source.minAvailability ?? USUAL_AVAILABILITY / 100) * 100),
    numberMin: textOf(source.numberMin),
    numberMax: textOf(source.numberMax),
    unit: source.unit ?? '',
    choices: (source.choices ?? []).map((choice) => ({ ...choice, label: { ...choice.label } })),
    condition: condition
      ? { key: condition.key, outcomes: [...(condition.outcomes ?? [])], choices: [...(condition.choices ?? [])] }
      : null,
    formats: [...(source.formats ?? [])],
  }
}

export const formOf = (template: Template): TemplateForm => ({
  name: { ...template.name },
  criticalCap: template.criticalCap,
  formats: [...template.formats],
  sections: template.sections.map(({ title, weight, formats, checkpoints }) => ({
    uid: crypto.randomUUID(),
    title: { ...title },
    weight,
    formats: [...formats],
    questions: checkpoints.map(questionOf),
  })),
})

/** What one question sends: only the rules that its kind of answer has. */
export function questionBody(question: QuestionForm): CheckpointDraft {
  const { key, title, criterion, answerType, required, critical, weight, referencePhotoId, condition } = question
  const shelf = answerType === 'photo' && question.shelf
  const number = answerType === 'number'
  const photoRule = answerType === 'photo' ? 'always' : question.photoRule
  return {
    key,
    title: trimmed(title),
    criterion: trimmed(criterion),
    hint: isBlank(question.hint) ? null : trimmed(question.hint),
    reference: isBlank(question.reference) ? null : trimmed(question.reference),
    referencePhotoId,
    answerType,
    required,
    critical,
    weight,
    shelf,
    photoRule,
    minPhotos: photoRule === 'none' ? 1 : question.minPhotos,
    noteRule: answerType === 'text' ? 'none' : question.noteRule,
    live: photoRule !== 'none' && question.live,
    minAvailability: shelf ? question.minAvailability / 100 : null,
    numberMin: number ? question.numberMin.trim() || null : null,
    numberMax: number ? question.numberMax.trim() || null : null,
    unit: number ? question.unit.trim() || null : null,
    choices: answerType === 'choice' ? question.choices.map((one) => ({ ...one, label: trimmed(one.label) })) : [],
    condition: condition && { ...condition },
    formats: question.formats,
  }
}

/** What is published. A text given in one language stands in for the other. */
export function bodyOf(form: TemplateForm): Omit<TemplateDraft, 'ifVersion'> {
  return {
    name: trimmed(form.name),
    criticalCap: String(form.criticalCap),
    formats: form.formats,
    sections: form.sections.map(({ title, weight, formats, questions }) => ({
      title: trimmed(title),
      weight,
      formats,
      checkpoints: questions.map(questionBody),
    })),
  }
}

/** A text as it is sent: given in one language, it stands in for the other. */
export function trimmed({ zh, en }: Words): Words {
  return { zh: zh.trim() || en.trim(), en: en.trim() || zh.trim() }
}

/** Whether a text is missing in both languages; it would have nothing to show. */
export function isBlank({ zh, en }: Words): boolean {
  return zh.trim() === '' && en.trim() === ''
}
