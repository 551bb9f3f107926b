import { expect, test } from 'vitest'
import { dayAfter, monthBeside, monthOf, weekdayOf, weekOf } from './days'

test('a week begins on Monday, also across the end of a year', () => {
  expect(weekOf('2027-01-01')).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ])
  expect([weekdayOf('2026-11-30'), weekdayOf('2026-12-06')]).toEqual([1, 7])
})

test('a month shows whole weeks and no more of them than it touches', () => {
  const november = monthOf('2026-11-30')
  expect([november.length, november[0], november.at(-1)]).toEqual([42, '2026-10-26', '2026-12-06'])
  expect(monthOf('2027-02-10').length).toBe(28)
})

test('days and months beside', () => {
  expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28')
  expect([monthBeside('2026-01-31', -1), monthBeside('2026-12-05', 1)]).toEqual(['2025-12-01', '2027-01-01'])
})
