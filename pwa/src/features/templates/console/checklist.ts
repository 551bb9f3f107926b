import { inject, provide, type InjectionKey, type Ref } from 'vue'
import type { QuestionForm, TemplateForm } from './draft'

export interface Checklist {
  form: Ref<TemplateForm>
  /** The key of the question that is being worked on; the preview goes there. */
  attended: Ref<string | null>
}

const CHECKLIST: InjectionKey<Checklist> = Symbol('checklist')

export const provideChecklist = (checklist: Checklist): void => provide(CHECKLIST, checklist)

/** The checklist that is being edited, for a part of it that has to look at the others. */
export function useChecklist(): Checklist {
  const found = inject(CHECKLIST)
  if (!found) throw new Error('no checklist is edited here')
  return found
}

/** The questions that a condition of `key` may look at: those further up with an answer that decides something. */
export function before({ sections }: TemplateForm, key: string): QuestionForm[] {
  const all = sections.flatMap(({ questions }) => questions)
  const place = all.findIndex((question) => question.key === key)
  return all.slice(0, Math.max(place, 0)).filter(({ answerType }) => answerType !== 'text')
}
