import { expect, test } from 'vitest'
import { freshLine } from '@/offline/counting/line'
import type { Counting } from '@/offline/counting/reads'
import { count } from '@/offline/testing/counting'
import { asideOf, progressOf } from './progress'

const counting = (change: Parameters<typeof count>[0], counted: string[] = [], before: string[] = []): Counting => ({
  count: count(change),
  lines: counted.map((productId) =>
    freshLine({ countId: 'c', round: 1, zoneId: 'front' }, { productId, barcode: null }),
  ),
  before,
  commands: [],
})

test('a full count has no extent that anybody here could know', () => {
  expect(progressOf(counting({}, ['milk']))).toBeNull()
})

test('of a list what is left is told', () => {
  const progress = progressOf(counting({ kind: 'cycle', productIds: ['milk', 'tea'] }, ['tea']))
  expect(progress).toEqual({ wanted: ['milk', 'tea'], left: ['milk'] })
})

test('a recount wants only what differed, and of that nothing that this person counted first', () => {
  const recount = counting({ status: 'recount', round: 2, recountIds: ['milk', 'tea'] }, [], ['tea'])
  expect(progressOf(recount)).toEqual({ wanted: ['milk'], left: ['milk'] })
  expect([asideOf(recount, 'milk'), asideOf(recount, 'tea'), asideOf(recount, 'bun'), asideOf(recount, null)]).toEqual([
    null,
    'countedByYou',
    'notInRecount',
    'notInRecount',
  ])
})

test('what a spot count did not ask for is counted with a word', () => {
  const spot = counting({ kind: 'spot', productIds: ['milk'] })
  expect([asideOf(spot, 'milk'), asideOf(spot, 'tea'), asideOf(spot, null)]).toEqual([null, 'notInList', null])
})
