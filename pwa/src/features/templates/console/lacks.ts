import { isBlank, type QuestionForm, type TemplateForm } from './draft'

/** Something that the page itself sees is missing: at which field, and the message that says so. */
export interface Lack {
  field: string
  message: 'blank' | 'noQuestions' | 'conditionGone' | 'conditionOpen'
}

/** What has to be filled in before a checklist can be published, in reading order. */
export function lacksOf({ name, sections }: TemplateForm): Lack[] {
  const found: Lack[] = isBlank(name) ? [{ field: 'name.zh', message: 'blank' }] : []
  const earlier = new Set<string>()
  sections.forEach(({ title, questions }, s) => {
    const path = `sections[${s}]`
    if (isBlank(title)) found.push({ field: `${path}.title.zh`, message: 'blank' })
    if (questions.length === 0) found.push({ field: `${path}.checkpoints`, message: 'noQuestions' })
    questions.forEach((question, c) => {
      found.push(...lacksOfQuestion(`${path}.checkpoints[${c}]`, question, earlier))
      earlier.add(question.key)
    })
  })
  return found
}

function lacksOfQuestion(path: string, question: QuestionForm, earlier: ReadonlySet<string>): Lack[] {
  const { title, criterion, answerType, choices, condition } = question
  const found: Lack[] = []
  if (isBlank(title)) found.push({ field: `${path}.title.zh`, message: 'blank' })
  if (isBlank(criterion)) found.push({ field: `${path}.criterion.zh`, message: 'blank' })
  if (answerType === 'choice') {
    choices.forEach(({ label }, i) => {
      if (isBlank(label)) found.push({ field: `${path}.choices[${i}].label.zh`, message: 'blank' })
    })
  }
  if (condition) {
    if (!earlier.has(condition.key)) found.push({ field: `${path}.condition.key`, message: 'conditionGone' })
    else if (condition.outcomes.length + condition.choices.length === 0) {
      found.push({ field: `${path}.condition.outcomes`, message: 'conditionOpen' })
    }
  }
  return found
}
