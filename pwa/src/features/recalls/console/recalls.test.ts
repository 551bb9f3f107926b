import { expect, test } from 'vitest'
import { activeOf, reachOfAll, reachOfLots, recallLook, totalsOf, turned } from './recalls'

test('a trace adds up figure by figure, without the dust of fractions', () => {
  const nothing = { received: '0', arrived: '0', sold: '0', wasted: '0', sentOn: '0', other: '0' }
  const stores = [
    { ...nothing, received: '10', sold: '9.9', onHand: '0.1', inTransit: '0' },
    { ...nothing, received: '5', sold: '4.3', other: '-0.5', onHand: '0.2', inTransit: '3' },
  ]
  expect(totalsOf(stores)).toEqual({
    ...nothing,
    received: '15',
    sold: '14.2',
    other: '-0.5',
    onHand: '0.3',
    inTransit: '3',
  })
})

test('one lot knows its stores; of several that lie somewhere only the most there can be is known', () => {
  const lots = [
    { id: 'a', onHand: '12', stores: 2 },
    { id: 'b', onHand: '0.5', stores: 3 },
    { id: 'sold', onHand: '0', stores: 4 },
  ]
  expect(reachOfLots(lots, ['a'], 9)).toEqual({ stores: 2, units: 12, exact: true })
  expect(reachOfLots(lots, ['a', 'sold'], 9)).toEqual({ stores: 2, units: 12, exact: true })
  expect(reachOfLots(lots, ['a', 'b'], 9)).toEqual({ stores: 5, units: 12.5, exact: false })
  expect(reachOfLots(lots, ['a', 'b'], 4)).toEqual({ stores: 4, units: 12.5, exact: false })
  expect(reachOfLots(lots, ['a', 'b'], 3)).toEqual({ stores: 3, units: 12.5, exact: true })
  expect(reachOfLots(lots, ['a', 'b'], 1)).toEqual({ stores: 3, units: 12.5, exact: true })
  expect(reachOfLots(lots, [], 9)).toEqual({ stores: 0, units: 0, exact: true })
})

test('all of a product is what its own rows say, where there is any', () => {
  const rows = [
    { productId: 'milk', quantity: '8' },
    { productId: 'milk', quantity: '-2' },
    { productId: 'milk 2', quantity: '5' },
    { productId: 'milk', quantity: '4' },
  ]
  expect(reachOfAll(rows, 'milk')).toEqual({ stores: 2, units: 12, exact: true })
})

test('choosing a lot leaves "all" behind, and taking the last one back does not choose all again', () => {
  expect(turned(null, 'a')).toEqual(['a'])
  expect(turned(['a'], 'b')).toEqual(['a', 'b'])
  expect(turned(['a'], 'a')).toEqual([])
})

test('a recall is open until it was ended', () => {
  expect(recallLook({ endedAt: null }).word).toBe('hq.recalls.status.open')
  expect(recallLook({ endedAt: '2026-11-29T12:00:00Z' }).word).toBe('hq.recalls.status.ended')
})

test('the list begins with what is open', () => {
  expect(['', 'open', 'ended', 'all'].map(activeOf)).toEqual([true, true, false, null])
})
