import type { SheetReading } from '@/api/console/types'

/** What the columns of a file are taken for: a field beside each heading or null, and the file's words for ours. */
export interface Choice {
  fields: (string | null)[]
  words: Record<string, Record<string, string>>
}

/** What the server read, found among the kept ones or guessed. */
export function read(reading: SheetReading): Choice {
  return {
    fields: reading.columns.map(({ field }) => field),
    words: Object.fromEntries(Object.entries(reading.words).map(([field, words]) => [field, { ...words }])),
  }
}

/** Whether somebody has to look at the columns: a new shape with something unknown, or words that nobody has told. */
export function needsLook(reading: SheetReading): boolean {
  const strange = reading.columns.some(({ unknown }) => unknown.length > 0)
  return strange || (reading.mapping === null && reading.columns.some(({ field }) => field === null))
}

/** Whether there is something to remember: a guess that nothing was added to is made again by itself. */
export function worthKeeping(reading: SheetReading, choice: Choice): boolean {
  const told = JSON.stringify(choice) !== JSON.stringify(read(reading))
  return told || (reading.mapping === null && choice.fields.includes(null))
}

/** The choice with a column taken for a field; the column that was taken for it before is left out. */
export function taken(choice: Choice, column: number, field: string | null): Choice {
  const fields = choice.fields.map((each, place) => (each === field && place !== column ? null : each))
  fields[column] = field
  return { ...choice, fields }
}

/** The choice with one of the file's words standing for one of ours, or for nothing. */
export function named(choice: Choice, field: string, word: string, ours: string): Choice {
  const others = Object.entries(choice.words[field] ?? {}).filter(([each]) => each !== word)
  const words: [string, string][] = ours === '' ? others : [...others, [word, ours]]
  const fields = Object.entries(choice.words).filter(([each]) => each !== field)
  const told: [string, Record<string, string>][] =
    words.length === 0 ? fields : [...fields, [field, Object.fromEntries(words)]]
  return { ...choice, words: Object.fromEntries(told) }
}
