import { expect, test } from 'vitest'
import { adjusted, givenOf, isSound, keyOf, lacksReason, type Edits, type SharedProduct } from './shares'

const store = (orderId: string, share: string, change: object = {}) => ({
  orderId,
  storeCode: orderId,
  storeName: orderId,
  urgent: false,
  first: false,
  ordered: '36',
  packQuantity: '12',
  need: '24',
  share,
  why: 'shared' as const,
  note: '',
  ...change,
})
const milk = (change: object = {}): SharedProduct => ({
  productId: 'milk',
  code: 'P0',
  name: { zh: '奶', en: 'milk' },
  unitName: { zh: '盒', en: 'box' },
  there: '40',
  asked: '60',
  stores: [store('a', '24'), store('b', '12', change)],
})
const edits = (quantity: string | null, reason = '开业'): Edits => ({ 'b milk': { quantity, reason } })

test('a share that was changed needs a reason and stays within what is there and was ordered', () => {
  const product = milk()
  const [a, b] = [store('a', '24'), store('b', '12')]
  expect([keyOf(product, b), givenOf({}, product)]).toEqual(['b milk', 36])
  expect(adjusted(edits('16'), [product])).toEqual([
    { orderId: 'b', productId: 'milk', quantity: '16', reason: '开业' },
  ])
  expect([isSound(edits('16'), [product]), givenOf(edits('16'), product)]).toEqual([true, 40])
  expect(isSound(edits('16.5'), [product])).toBe(false) // 40.5 of 40
  expect([isSound(edits('16', ' '), [product]), lacksReason(edits('16', ' '), product, b)]).toEqual([false, true])
  expect(lacksReason(edits('16', ' '), product, a)).toBe(false)
  expect([isSound(edits('x'), [product]), givenOf(edits('x'), product)]).toEqual([false, null])
})

test('what is typed back to what it was is no change, and what was set by hand can be computed again', () => {
  expect(adjusted(edits('12.0', ''), [milk()])).toEqual([])
  const byHand = milk({ why: 'adjusted', note: '开业' })
  expect(adjusted(edits(null, ''), [byHand])).toEqual([{ orderId: 'b', productId: 'milk', quantity: null, reason: '' }])
})
