import { expect, test } from 'vitest'
import { daysOf, emptyDraft, formOf, isNear, isReady, promotionDraft, promotionLook, shareOf } from './promotions'

const milk = { id: 'm', code: 'P0', name: { zh: '牛奶', en: 'Milk' } }

test('a discount is said as each language says it', () => {
  expect([0.8, 0.85, 0.725].map((each) => shareOf(each, 'zh'))).toEqual(['8', '8.5', '7.25'])
  expect([0.8, 0.85, 0.725].map((each) => shareOf(each, 'en'))).toEqual(['20%', '15%', '27.5%'])
})

test('a promotion stands where its days and its status put it', () => {
  const days = { status: 'planned', firstDay: '2026-11-20', lastDay: '2026-11-26' } as const
  const on = (today: string) => promotionLook(days, today).word.split('.').at(-1)
  expect(['2026-11-19', '2026-11-20', '2026-11-26', '2026-11-27'].map(on)).toEqual([
    'coming',
    'running',
    'running',
    'over',
  ])
  expect(promotionLook({ ...days, status: 'cancelled' }, '2026-11-22').word).toBe('hq.promotions.state.cancelled')
})

test('the list begins with what runs or comes; what is over has ended before today', () => {
  expect(daysOf('', '2026-12-01')).toEqual({ from: '2026-12-01' })
  expect(daysOf('over', '2026-12-01')).toEqual({ before: '2026-12-01' })
  expect(daysOf('all', '2026-12-01')).toEqual({})
})

test('a draft is sent as the server takes it, and read again it is the same draft', () => {
  const draft = {
    ...emptyDraft(),
    name: ' 周末 ',
    days: ['2026-12-05', '2026-12-06'] as [string, string],
    everywhere: false,
    regionIds: ['A'],
    storeIds: ['B1'],
    products: [
      { ...milk, percent: null },
      { ...milk, id: 'n', percent: 66.6 },
    ],
  }
  expect(isReady(draft)).toBe(true)
  const form = formOf(draft)
  expect(form).toMatchObject({
    name: '周末',
    discount: 0.8,
    placeIds: ['A', 'B1'],
    products: [
      { productId: 'm', discount: null },
      { productId: 'n', discount: 0.666 },
    ],
  })
  const read = promotionDraft({
    ...form,
    everywhere: false,
    places: [
      { id: 'A', name: 'A', kind: 'region' },
      { id: 'B1', name: 'B1', kind: 'store' },
    ],
    products: form.products.map((each) => ({ ...milk, id: each.productId, discount: each.discount ?? null })),
  } as never)
  expect(read).toEqual({ ...draft, name: '周末' })
})

test('a display has no price, and the whole chain no places', () => {
  const draft = { ...emptyDraft(), kind: 'display' as const, storeIds: ['B1'], products: [{ ...milk, percent: 50 }] }
  const form = formOf(draft)
  expect([form.discount, form.products[0]?.discount, form.placeIds]).toEqual([null, null, []])
})

test('what is missing is missed', () => {
  const whole = { ...emptyDraft(), name: 'a', days: ['2026-12-05', '2026-12-06'] as [string, string] }
  const draft = { ...whole, products: [{ ...milk, percent: null }] }
  expect(isReady(draft)).toBe(true)
  expect(isReady(whole)).toBe(false)
  expect(isReady({ ...draft, percent: null })).toBe(false)
  expect(isReady({ ...draft, percent: null, kind: 'leaflet' })).toBe(true)
  expect(isReady({ ...draft, everywhere: false })).toBe(false)
  expect(isReady({ ...draft, name: ' ' })).toBe(false)
})

test('a fifth more or less than expected is near', () => {
  expect([1.21, 1.79, 1.81, 1.19].map((each) => isNear(each, 1.5))).toEqual([true, true, false, false])
})
