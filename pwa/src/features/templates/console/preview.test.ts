import { expect, it } from 'vitest'
import { askedOf } from '@/offline/asking'
import { newQuestion, newTemplate, type QuestionForm } from './draft'
import { answersOf, NOTHING, outcomeOf, templateOf, type Trial } from './preview'

const ask = (key: string, part: Partial<QuestionForm> = {}): QuestionForm => ({ ...newQuestion(), key, ...part })
const label = { zh: '', en: '' }
const FORM = {
  ...newTemplate(),
  sections: [
    {
      uid: '1',
      title: label,
      weight: 1,
      formats: [],
      questions: [
        ask('fridge', { answerType: 'number', numberMin: '0', numberMax: '8' }),
        ask('moved', { condition: { key: 'fridge', outcomes: ['fail'], choices: [] } }),
        ask('offer', { answerType: 'choice', choices: [{ code: 'none', label, passes: true }], formats: ['grocery'] }),
        ask('why', { condition: { key: 'offer', outcomes: [], choices: ['none'] } }),
      ],
    },
  ],
}
function asks(trials: Record<string, Partial<Trial>>, format: 'grocery' | 'restaurant' | null = null): string[] {
  const template = templateOf(FORM)
  const full = Object.fromEntries(Object.entries(trials).map(([key, trial]) => [key, { ...NOTHING, ...trial }]))
  return [...askedOf(template, format, answersOf(template, full))]
}

it('asks what depends on an answer only after it, and only in its kind of store', () => {
  expect(asks({})).toEqual(['fridge', 'offer'])
  expect(asks({ fridge: { number: '9' } })).toEqual(['fridge', 'moved', 'offer'])
  expect(asks({ fridge: { number: '4' }, offer: { choice: 'none' } })).toEqual(['fridge', 'offer', 'why'])
  expect(asks({ offer: { choice: 'none' } }, 'restaurant')).toEqual(['fridge'])
  expect(asks({ fridge: { number: '9', outcome: 'notApplicable' } })).toEqual(['fridge', 'offer'])
})

it('decides numbers by their limits, both inclusive', () => {
  const [fridge] = templateOf(FORM).sections[0]?.checkpoints ?? []
  const outcomes = ['', '0', '8', '8.1', 'x'].map((number) => fridge && outcomeOf(fridge, { ...NOTHING, number }))
  expect(outcomes).toEqual([null, 'pass', 'pass', 'fail', null])
})
