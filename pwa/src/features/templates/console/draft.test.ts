import { expect, it } from 'vitest'
import type { Template } from '@/api/console/types'
import { bodyOf, formOf, newQuestion, newTemplate, questionBody, questionOf } from './draft'
import { lacksOf } from './lacks'

const words = (text: string) => ({ zh: text, en: text })
const QUESTION = {
  key: 'fridge-temperature',
  title: words('Fridge'),
  criterion: words('0 to 8'),
  hint: words('Move the goods'),
  reference: null,
  referencePhotoId: null,
  answerType: 'number' as const,
  required: true,
  critical: true,
  weight: 3,
  photoRule: 'onFail' as const,
  minPhotos: 2,
  noteRule: 'onFail' as const,
  live: false,
  shelf: false,
  minAvailability: null,
  numberMin: 0,
  numberMax: 8.5,
  unit: '°C',
  choices: [],
  condition: null,
  formats: ['grocery' as const],
}
const TEMPLATE: Template = {
  id: '0197-0',
  name: words('Daily'),
  version: 4,
  versionId: '0197-2',
  checkpointCount: 1,
  criticalCap: 60,
  formats: [],
  publishedAt: '2026-11-22T00:00:00Z',
  sections: [
    { id: '0197-3', title: words('Cold'), weight: 2, formats: [], checkpoints: [{ ...QUESTION, id: '0197-1' }] },
  ],
}

it('sends back what was published, with the same key, when nothing was edited', () => {
  expect(bodyOf(formOf(TEMPLATE))).toEqual({
    name: words('Daily'),
    criticalCap: '60',
    formats: [],
    sections: [
      {
        title: words('Cold'),
        weight: 2,
        formats: [],
        checkpoints: [{ ...QUESTION, numberMin: '0', numberMax: '8.5' }],
      },
    ],
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

it('takes a checkpoint of the library as it is, with its key', () => {
  const picked = { ...QUESTION, numberMin: '0', numberMax: '8.5', unit: '°C' }
  expect(questionBody(questionOf(picked))).toEqual(picked)
})

it('names every field that has to be filled in, also a condition that lost its question', () => {
  const form = formOf(TEMPLATE)
  expect(lacksOf(form)).toEqual([])
  const open = { ...newQuestion(), condition: { key: 'gone', outcomes: ['fail' as const], choices: [] } }
  const unticked = { key: 'fridge-temperature', outcomes: [], choices: [] }
  form.sections[0]?.questions.push(open, { ...open, title: words('a'), criterion: words('b'), condition: unticked })
  form.sections.push({ uid: '1', title: words('Empty'), weight: 1, formats: [], questions: [] })
  expect(lacksOf(form)).toEqual([
    { field: 'sections[0].checkpoints[1].title.zh', message: 'blank' },
    { field: 'sections[0].checkpoints[1].criterion.zh', message: 'blank' },
    { field: 'sections[0].checkpoints[1].condition.key', message: 'conditionGone' },
    { field: 'sections[0].checkpoints[2].condition.outcomes', message: 'conditionOpen' },
    { field: 'sections[1].checkpoints', message: 'noQuestions' },
  ])
})
