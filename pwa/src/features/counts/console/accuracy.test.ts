import { expect, it } from 'vitest'
import { share } from './accuracy'

it('tells shares in tenths of a percent, and nothing of nothing', () => {
  expect([share(1, 3), share(3, 3), share(0, 0)]).toEqual(['33.3%', '100.0%', '–'])
})
