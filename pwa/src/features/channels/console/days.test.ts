import { expect, it } from 'vitest'
import { dayBounds } from './days'

it('takes the whole of the last day in', () => {
  const { since, until } = dayBounds('2026-11-28', '2026-11-29')
  expect(Date.parse(until ?? '') - Date.parse(since ?? '')).toBe(48 * 3_600_000)
  expect(new Date(since ?? '').getHours()).toBe(0)
})

it('bounds nothing without days', () => {
  expect(dayBounds('', '2026-11-29')).toEqual({ since: null, until: null })
})
