import { expect, it } from 'vitest'
import { newQuestion, type SectionForm } from './draft'
import { dropped, stepped, type Place } from './places'

const section = (...keys: string[]): SectionForm => ({
  uid: keys.join(''),
  title: { zh: '', en: '' },
  weight: 1,
  formats: [],
  questions: keys.map((key) => ({ ...newQuestion(), key })),
})
const keys = (sections: SectionForm[]) => sections.map(({ questions }) => questions.map(({ key }) => key).join(''))
const at = (place: number, question: number | null = null): Place => ({ section: place, question })
const LIST = [section('a', 'b', 'c'), section('d'), section()]

it('drops a question before another one, in its own section or in any other', () => {
  expect(keys(dropped(LIST, at(0, 0), at(0, 3)))).toEqual(['bca', 'd', ''])
  expect(keys(dropped(LIST, at(0, 2), at(0, 0)))).toEqual(['cab', 'd', ''])
  expect(keys(dropped(LIST, at(0, 1), at(1, 1)))).toEqual(['ac', 'db', ''])
  expect(keys(dropped(LIST, at(1, 0), at(2, 0)))).toEqual(['abc', '', 'd'])
})

it('leaves all as it is where something comes down at its own place', () => {
  expect(keys(dropped(LIST, at(0, 1), at(0, 1)))).toEqual(['abc', 'd', ''])
  expect(keys(dropped(LIST, at(0, 1), at(0, 2)))).toEqual(['abc', 'd', ''])
})

it('drops a section with all its questions', () => {
  expect(keys(dropped(LIST, at(0), at(2)))).toEqual(['d', 'abc', ''])
  expect(keys(dropped(LIST, at(2), at(0)))).toEqual(['', 'abc', 'd'])
})

it('steps a question on into the next section and back, and stops at both ends', () => {
  const step = (from: Place, by: 1 | -1) => {
    const to = stepped(LIST, from, by)
    return to ? keys(dropped(LIST, from, to)) : null
  }
  expect(step(at(0, 0), 1)).toEqual(['bac', 'd', ''])
  expect(step(at(0, 2), 1)).toEqual(['ab', 'cd', ''])
  expect(step(at(1, 0), -1)).toEqual(['abcd', '', ''])
  expect(step(at(0, 0), -1)).toBeNull()
  expect(step(at(1), -1)).toEqual(['d', 'abc', ''])
  expect(step(at(2), 1)).toBeNull()
})
