import { expect, it } from 'vitest'
import { daysOf } from './trend'

const shown = { from: '2026-09-08', to: '2026-12-01' }

it('a week shows the photos that its figure is of: none of the days before or after those asked for', () => {
  expect(daysOf('2026-09-07', 'week', shown)).toEqual({ from: '2026-09-08', to: '2026-09-13' })
  expect(daysOf('2026-10-05', 'week', shown)).toEqual({ from: '2026-10-05', to: '2026-10-11' })
  expect(daysOf('2026-11-30', 'week', shown)).toEqual({ from: '2026-11-30', to: '2026-12-01' })
  expect(daysOf('2026-10-05', 'day', shown)).toEqual({ from: '2026-10-05', to: '2026-10-05' })
})
