import { expect, it } from 'vitest'
import { standOf } from './freshness'

it('tells how a lot stands by its last day, which is still a good one', () => {
  expect([2, 0, -3].map((daysLeft) => standOf({ daysLeft }))).toEqual(['near', 'today', 'expired'])
})
