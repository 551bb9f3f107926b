import type { SectionForm } from './draft'

/** A place in the checklist: a section, or a question of one. */
export interface Place {
  section: number
  question: number | null
}

/** A list with one entry taken out and put in before the one that stands at `to`; at its length it comes last. */
function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const result = [...list]
  const [one] = result.splice(from, 1)
  if (one !== undefined) result.splice(to > from ? to - 1 : to, 0, one)
  return result
}

/** The sections after something was dropped: a section among sections, a question before another of any section. */
export function dropped(sections: readonly SectionForm[], from: Place, to: Place): SectionForm[] {
  if (from.question === null) return moved(sections, from.section, to.section)
  const question = sections[from.section]?.questions[from.question]
  if (!question || to.question === null || !sections[to.section]) return [...sections]
  if (from.section === to.section) {
    const questions = moved(sections[from.section]?.questions ?? [], from.question, to.question)
    return sections.map((section, at) => (at === from.section ? { ...section, questions } : section))
  }
  const into = to.question
  return sections.map((section, at) => {
    if (at === from.section) return { ...section, questions: section.questions.filter((one) => one !== question) }
    if (at === to.section) return { ...section, questions: section.questions.toSpliced(into, 0, question) }
    return section
  })
}

/** Where something goes that is moved by one step; a question at the end of its section goes on to the next one. */
export function stepped(sections: readonly SectionForm[], { section, question }: Place, by: 1 | -1): Place | null {
  if (question === null) {
    const to = by === 1 ? section + 2 : section - 1
    return to < 0 || to > sections.length ? null : { section: to, question }
  }
  const count = sections[section]?.questions.length ?? 0
  if (by === 1 && question < count - 1) return { section, question: question + 2 }
  if (by === -1 && question > 0) return { section, question: question - 1 }
  const beside = sections[section + by]
  if (!beside) return null
  return { section: section + by, question: by === 1 ? 0 : beside.questions.length }
}
