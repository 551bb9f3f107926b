import { expect, test } from 'vitest'
import { valuesOf } from './values'

const t = (key: string) => key

test('of an event that two changed, each side says its days, and whether it still takes place', () => {
  const mine = { firstDay: '2026-11-20', lastDay: '2026-11-22', uplift: 1.5, note: '', ifVersion: 1 }
  const theirs = { ...mine, lastDay: '2026-11-27', status: 'cancelled', version: 2 }
  expect(valuesOf(mine, t)).toContain('2026-11-20 – 2026-11-22')
  expect(valuesOf(theirs, t)).toEqual(expect.arrayContaining(['2026-11-20 – 2026-11-27', 'signal.cancelled']))
  expect(valuesOf({ status: 'cancelled', version: 3 }, t)).toEqual(['–'])
})
