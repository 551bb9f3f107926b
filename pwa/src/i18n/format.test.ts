import { expect, it } from 'vitest'
import { daysBetween } from './format'

const at = (time: string): number => new Date(time).getTime()

it('counts days by the calendar: tomorrow evening is not the day after, though it is 37 hours away', () => {
  const morning = at('2026-11-30T09:00:00')
  expect(daysBetween(morning, at('2026-12-01T22:00:00'))).toBe(1)
  expect(daysBetween(morning, at('2026-12-02T09:30:00'))).toBe(2)
  expect(daysBetween(morning, at('2026-11-28T22:00:00'))).toBe(-2)
  expect(daysBetween(morning, at('2026-11-29T01:00:00'))).toBe(-1)
})
