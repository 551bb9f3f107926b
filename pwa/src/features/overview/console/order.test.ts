import { expect, it } from 'vitest'
import { inOrder } from './order'

const store = (name: string, openTasks: number, lastScore: number | null) => ({
  id: name,
  name,
  regionName: 'East',
  openTasks,
  lastScore,
  lastVisitAt: null,
  availability: null,
})
const STORES = [store('new', 0, null), store('fine', 0, 96), store('busy', 3, 80), store('poor', 0, 61)]
const names = (order: Parameters<typeof inOrder>[1]) => inOrder(STORES, order).map((row) => row.name)

it('puts what wants attention first, and what was never scored last', () => {
  expect(names('attention')).toEqual(['busy', 'poor', 'fine', 'new'])
  expect(names('score')).toEqual(['poor', 'busy', 'fine', 'new'])
  expect(names('region')).toEqual(['new', 'fine', 'busy', 'poor'])
})
