import { expect, it } from 'vitest'
import { isReady, planOf, type PlanDraft } from './plan'

const DRAFT: PlanDraft = {
  title: ' 十二月全盘 ',
  kind: 'full',
  storeIds: ['s'],
  categoryIds: ['c'],
  productIds: ['p'],
  zones: [{ key: 0, name: '卖场', place: 'shelf' }],
  from: null,
  until: new Date('2026-12-01T00:00:00Z'),
}

it('sends only what belongs to the kind of count', () => {
  expect(planOf(DRAFT)).toEqual({
    kind: 'full',
    title: '十二月全盘',
    storeIds: ['s'],
    categoryIds: [],
    productIds: [],
    zones: [{ name: '卖场', place: 'shelf' }],
    windowFrom: null,
    windowUntil: '2026-12-01T00:00:00.000Z',
  })
  expect(planOf({ ...DRAFT, kind: 'category' }).categoryIds).toEqual(['c'])
  expect(planOf({ ...DRAFT, kind: 'cycle' }).productIds).toEqual(['p'])
})

it('is ready when its kind has all it asks for', () => {
  expect(isReady(DRAFT)).toBe(true)
  expect(isReady({ ...DRAFT, title: ' ' })).toBe(false)
  expect(isReady({ ...DRAFT, storeIds: [] })).toBe(false)
  expect(isReady({ ...DRAFT, kind: 'category', categoryIds: [] })).toBe(false)
  expect(isReady({ ...DRAFT, kind: 'spot', productIds: [] })).toBe(false)
  expect(isReady({ ...DRAFT, zones: [{ key: 0, name: '', place: 'shelf' }] })).toBe(false)
})
