import { expect, it } from 'vitest'
import type { Template } from '@/api/console/types'
import { bodyOf, formOf, lacksTexts, moved, newQuestion, newTemplate, questionBody } from './draft'

const words = (text: string) => ({ zh: text, en: text })
const QUESTION = {
  key: 'fridge-temperature',
  title: words('Fridge'),
  criterion: words('0 to 8'),
  answerType: 'number' as const,
  required: true,
  critical: true,
  weight: 3,
  photoRule: 'onFail' as const,
  live: false,
  shelf: false,
  minAvailability: null,
  numberMin: 0,
  numberMax: 8.5,
  unit: '°C',
  choices: [],
}
const TEMPLATE: Template = {
  id: '0197-0',
  name: words('Daily'),
  version: 4,
  versionId: '0197-2',
  checkpointCount: 1,
  criticalCap: 60,
  publishedAt: '2026-11-22T00:00:00Z',
  sections: [{ id: '0197-3', title: words('Cold'), weight: 2, checkpoints: [{ ...QUESTION, id: '0197-1' }] }],
}

it('sends back what was published, with the same key, when nothing was edited', () => {
  expect(bodyOf(formOf(TEMPLATE))).toEqual({
    name: words('Daily'),
    criticalCap: '60',
    sections: [{ title: words('Cold'), weight: 2, checkpoints: [{ ...QUESTION, numberMin: '0', numberMax: '8.5' }] }],
  })
})

it('drops rules that the kind of answer does not have', () => {
  const question = { ...newQuestion(), answerType: 'passfail' as const, shelf: true, numberMin: '1', unit: 'kg' }
  const body = questionBody({ ...question, choices: [{ code: 'a', label: words('A'), passes: true }] })
  expect(body).toMatchObject({ shelf: false, minAvailability: null, numberMin: null, unit: null, choices: [] })
})

it('asks for a photo always where the answer is a photo, and sends the share of a shelf', () => {
  const body = questionBody({
    ...newQuestion(),
    answerType: 'photo',
    photoRule: 'none',
    shelf: true,
    minAvailability: 85,
  })
  expect(body).toMatchObject({ photoRule: 'always', shelf: true, minAvailability: 0.85 })
})

it('asks for live photos unless told otherwise, and never where no photo is asked for', () => {
  expect(questionBody(newQuestion())).toMatchObject({ photoRule: 'onFail', live: true })
  expect(questionBody({ ...newQuestion(), photoRule: 'none' })).toMatchObject({ live: false })
  expect(questionBody({ ...newQuestion(), answerType: 'photo', live: false })).toMatchObject({ live: false })
})

it('lets one language stand in for the other', () => {
  const form = newTemplate()
  form.name = { zh: ' 日检 ', en: '' }
  expect(bodyOf(form).name).toEqual({ zh: '日检', en: '日检' })
})

it('knows when a text is missing in both languages', () => {
  const form = formOf(TEMPLATE)
  expect(lacksTexts(form)).toBe(false)
  form.sections[0]?.questions.push(newQuestion())
  expect(lacksTexts(form)).toBe(true)
})

it('moves within the list', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
})
