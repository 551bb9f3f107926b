import { expect, test } from 'vitest'
import { plusDays } from './days'
import { changeText, CHANGES, KINDS, LEAST, MOST, percentOf, titleOf, upliftOf, usualOf } from './kinds'

test('a factor is told as what it changes, without the dust of fractions', () => {
  expect([1.5, 0.7, 1, 1.82, 2.1, 0.05].map(changeText)).toEqual(['+50%', '−30%', '±0%', '+82%', '+110%', '−95%'])
  expect([-90, -30, 10, 300].map((percent) => percentOf(upliftOf(percent)))).toEqual([-90, -30, 10, 300])
})

test('what is usual of a kind, and what is one tap away, can be set', () => {
  for (const percent of [...KINDS.map(usualOf), ...CHANGES]) {
    expect(percent).toBeGreaterThanOrEqual(LEAST)
    expect(percent).toBeLessThanOrEqual(MOST)
  }
})

test('an event is called by its own name where it has one', () => {
  expect(titleOf({ kind: 'road_works', name: '' }, (key) => key)).toBe('signal.kind.road_works')
  expect(titleOf({ kind: 'other', name: '美食节' }, (key) => key)).toBe('美食节')
})

test('days are counted over the end of a month and of a leap February', () => {
  expect(plusDays('2026-11-29', 7)).toBe('2026-12-06')
  expect(plusDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(plusDays('2026-01-01', -1)).toBe('2025-12-31')
})
