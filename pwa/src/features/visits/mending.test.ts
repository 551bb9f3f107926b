import { expect, test } from 'vitest'
import { dueBy, localInput } from './mending'

const at = (text: string) => new Date(text).getTime()

test('a finding is mended by the end of a day of work, today’s later where that is close, and not today late at night', () => {
  expect(dueBy('today', at('2026-11-30T10:00'))).toBe(new Date('2026-11-30T18:00').toISOString())
  expect(dueBy('today', at('2026-11-30T17:30'))).toBe(new Date('2026-11-30T22:00').toISOString())
  expect(dueBy('today', at('2026-11-30T21:30'))).toBeNull()
  expect(dueBy('tomorrow', at('2026-11-30T21:30'))).toBe(new Date('2026-12-01T18:00').toISOString())
  expect(dueBy('threeDays', at('2026-11-30T10:00'))).toBe(new Date('2026-12-03T18:00').toISOString())
  expect(localInput(new Date('2026-12-03T18:00').toISOString())).toBe('2026-12-03T18:00')
})
