import { expect, test } from 'vitest'
import type { Signal, SpecialDay } from '@/api/console/types'
import { monthsOf, shadeOf } from './calendar'
import { daysOf, draftOf, formOf, freshDraft, signalLook } from './signals'

const TODAY = '2026-11-29'
const signal: Signal = {
  id: 'a',
  kind: 'viral_product',
  name: '',
  firstDay: '2026-11-29',
  lastDay: '2026-12-06',
  uplift: 1.35,
  everywhere: false,
  places: [
    { id: 'a1', name: 'A1', kind: 'store' },
    { id: 'b', name: 'B', kind: 'region' },
  ],
  products: [{ id: 'cola', code: '1', name: { zh: '可乐', en: 'Cola' } }],
  categories: [{ id: 'd', code: 'D', name: { zh: '饮料', en: 'Drinks' } }],
  note: '抖音',
  status: 'planned',
  enteredBy: 'me',
  enteredByName: '王',
  measured: null,
  evidenceDays: null,
  reviewedAt: null,
  mayChange: true,
  version: 3,
  recordedAt: '2026-11-29T08:00:00Z',
}

test('a form that nobody changed sends what was told before', () => {
  expect(formOf(draftOf(signal, ({ name }) => name.zh))).toEqual({
    kind: 'viral_product',
    name: '',
    firstDay: '2026-11-29',
    lastDay: '2026-12-06',
    uplift: 1.35,
    placeIds: ['b', 'a1'],
    productIds: ['cola'],
    categoryIds: ['d'],
    note: '抖音',
  })
})

test('a new form is for a week of an anniversary everywhere, and needs its days', () => {
  expect(formOf(freshDraft(TODAY))).toMatchObject({ firstDay: TODAY, lastDay: '2026-12-06', uplift: 1.5, placeIds: [] })
  expect(formOf({ ...freshDraft(TODAY), days: null })).toBeNull()
})

test('the list asks for what goes on and comes, for what is over, or for all', () => {
  expect(daysOf('open', TODAY)).toEqual({ from: TODAY, to: null })
  expect(daysOf('past', TODAY)).toEqual({ from: null, to: '2026-11-28' })
  expect(daysOf('all', TODAY)).toEqual({ from: null, to: null })
})

test('an event goes on from its first to its last day, unless it was cancelled', () => {
  const word = (more: Partial<Signal>) => signalLook({ ...signal, ...more }, TODAY).word
  expect(word({})).toBe('signal.running')
  expect(word({ firstDay: '2026-11-20', lastDay: TODAY })).toBe('signal.running')
  expect(word({ firstDay: '2026-11-30' })).toBe('signal.coming')
  expect(word({ firstDay: '2026-11-20', lastDay: '2026-11-28' })).toBe('signal.past')
  expect(word({ status: 'cancelled' })).toBe('signal.cancelled')
})

test('a year has its months with weeks from Monday, and says what is special of a day', () => {
  const day: SpecialDay = {
    day: '2026-10-10',
    kind: 'worked_weekend',
    name: { zh: '国庆', en: 'National Day' },
    origin: 'built_in',
    builtInKind: 'worked_weekend',
    setByName: null,
    version: 0,
  }
  const months = monthsOf(2026, [
    day,
    { ...day, day: '2026-10-01', kind: 'day_off' },
    { ...day, day: '2026-10-11', kind: 'ordinary' },
  ])
  expect(months.map(({ days }) => days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  const october = months[9]
  expect(october?.before).toBe(3) // the first is a Thursday
  expect([1, 2, 3, 10, 11].map((number) => october?.days[number - 1]).map((each) => each && shadeOf(each))).toEqual([
    'off',
    'plain',
    'weekend',
    'work',
    'weekend',
  ])
})
