import { questionBody, type QuestionForm, type SectionForm, type TemplateForm } from './draft'

/** What became of one part of a checklist between two versions of it. */
export interface Change {
  what: 'added' | 'removed' | 'changed' | 'moved'
  of: 'checklist' | 'section' | 'question'
  /** What it is called, by its newer state. */
  title: QuestionForm['title']
  /** The fields that differ; only where something changed. */
  fields: string[]
}

type Fields = Record<string, unknown>

const differing = (before: Fields, after: Fields): string[] =>
  Object.keys(after).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))

/** The questions of a checklist with the section they stand in. */
function byKey(sections: readonly SectionForm[]): Map<string, { question: QuestionForm; section: number }> {
  return new Map(
    sections.flatMap((section, at) => section.questions.map((question) => [question.key, { question, section: at }])),
  )
}

/** The keys that keep their order, a longest run common to both lists: the others were moved past them. */
function inOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const rank = new Map(before.map((key, at) => [key, at]))
  const best: string[][] = []
  for (const key of after) {
    const place = rank.get(key) ?? 0
    const run = best
      .filter((each) => (rank.get(each.at(-1) ?? '') ?? 0) < place)
      .reduce<string[]>((longest, each) => (each.length > longest.length ? each : longest), [])
    best.push([...run, key])
  }
  return new Set(best.reduce<string[]>((longest, each) => (each.length > longest.length ? each : longest), []))
}

/** Which section of the older state each of the newer one is: that of the same name, else the one at its place. */
function paired(before: readonly SectionForm[], after: readonly SectionForm[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const free = () => before.map((_, at) => at).filter((at) => ![...pairs.values()].includes(at))
  after.forEach(({ title }, at) => {
    const same = free().find((other) => before[other]?.title.zh === title.zh)
    if (same !== undefined) pairs.set(at, same)
  })
  after.forEach((_, at) => {
    if (!pairs.has(at) && free().includes(at)) pairs.set(at, at)
  })
  return pairs
}

/** What a reader has to know about the newer of two states of a checklist, in its reading order, what went last. */
export function changesBetween(before: TemplateForm, after: TemplateForm): Change[] {
  const found: Change[] = []
  const head = differing(headOf(before), headOf(after))
  if (head.length > 0) found.push({ what: 'changed', of: 'checklist', title: after.name, fields: head })
  const pairs = paired(before.sections, after.sections)
  const [old, now] = [byKey(before.sections), byKey(after.sections)]
  const common = (keys: Iterable<string>, other: Map<string, unknown>) => [...keys].filter((key) => other.has(key))
  const steady = inOrder(common(old.keys(), now), common(now.keys(), old))
  after.sections.forEach((section, at) => {
    const was = before.sections[pairs.get(at) ?? -1]
    if (!was) found.push({ what: 'added', of: 'section', title: section.title, fields: [] })
    else {
      const fields = differing(partOf(was), partOf(section))
      if (fields.length > 0) found.push({ what: 'changed', of: 'section', title: section.title, fields })
    }
    for (const question of section.questions) {
      const { title, key } = question
      const known = old.get(key)
      if (!known) found.push({ what: 'added', of: 'question', title, fields: [] })
      else {
        const fields = differing({ ...questionBody(known.question) }, { ...questionBody(question) })
        if (fields.length > 0) found.push({ what: 'changed', of: 'question', title, fields })
        if (known.section !== pairs.get(at) || !steady.has(key))
          found.push({ what: 'moved', of: 'question', title, fields: [] })
      }
    }
  })
  const kept = new Set(pairs.values())
  for (const section of before.sections.filter((_, at) => !kept.has(at))) {
    found.push({ what: 'removed', of: 'section', title: section.title, fields: [] })
  }
  for (const [key, { question }] of old) {
    if (!now.has(key)) found.push({ what: 'removed', of: 'question', title: question.title, fields: [] })
  }
  return found
}

const headOf = ({ name, criticalCap, formats }: TemplateForm): Fields => ({ name, criticalCap, formats })
const partOf = ({ title, weight, formats }: SectionForm): Fields => ({ title, weight, formats })
