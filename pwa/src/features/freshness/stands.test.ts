import { expect, test } from 'vitest'
import { lotsWith } from '@/offline/freshness/overlay'
import { expiringLot } from '@/offline/testing/samples'
import { groupsOf, stepsOf } from './stands'

const views = lotsWith(
  [
    expiringLot({ lotId: 'near' }),
    expiringLot({ lotId: 'over', daysLeft: -1, productId: 'tea' }),
    expiringLot({ lotId: 'today', daysLeft: 0 }),
  ],
  [],
  [],
  0,
  '王',
)

test('lots are grouped with those past their last day on top, and a scanned product shows its own', () => {
  const told = (productId: string | null) =>
    groupsOf(views, productId).map(({ stand, lots }) => [stand, lots.map(({ lot }) => lot.lotId)])
  expect(told(null)).toEqual([
    ['expired', ['over']],
    ['today', ['today']],
    ['near', ['near']],
  ])
  expect(told('milk').map(([stand]) => stand)).toEqual(['today', 'near'])
})

test('what has expired is sold at no price, what is off the shelf only at a new one, and what is gone is left alone', () => {
  const steps = (change: Parameters<typeof expiringLot>[0]) => {
    const [one] = lotsWith([expiringLot(change)], [], [], 0, '王')
    return one && Object.entries(stepsOf(one)).flatMap(([name, may]) => (may ? [name] : []))
  }
  const step = { kind: 'withdrawn' as const, priceCents: null, takenByName: '王', takenAt: '' }
  expect(steps({})).toEqual(['markDown', 'withdraw', 'waste'])
  expect(steps({ daysLeft: -1 })).toEqual(['withdraw', 'waste'])
  expect(steps({ step })).toEqual(['markDown', 'waste'])
  expect(steps({ step, daysLeft: -1 })).toEqual(['waste'])
  expect(steps({ quantity: '0' })).toEqual([])
})
