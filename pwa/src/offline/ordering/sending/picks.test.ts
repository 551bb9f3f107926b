import { expect, test } from 'vitest'
import type { OrderPick } from '@/api/types'
import { nextOf, rowKey, tick, toSend, type PickForm } from './picks'

const pick = (productId: string, lotCode: string | null, quantity: string): OrderPick => ({
  orderId: 'o',
  storeCode: 'A1',
  storeName: 'A1',
  productId,
  code: productId,
  name: { zh: productId, en: productId },
  quantity,
  lotCode,
  expiresOn: null,
  place: 'shelf',
  placeName: '',
})
const [soon, late, eggs] = [pick('milk', 'SOON', '18'), pick('milk', 'LATE', '6.5'), pick('eggs', null, '30')]
const picks = [soon, late, eggs]
const none: PickForm = { id: 'd', picked: {} }

test('scans tick the rows of a product off one after the other, and what was ticked is sent in one sum', () => {
  expect(nextOf(picks, none, 'milk')).toBe(soon)
  const one = tick(none, soon, 18)
  expect([nextOf(picks, one, 'milk'), nextOf(picks, one, 'bread')]).toEqual([late, undefined])
  const both = tick(one, late, 6.5)
  expect(nextOf(picks, both, 'milk')).toBeUndefined()
  expect(toSend(picks, both)).toEqual([{ productId: 'milk', quantity: '24.5' }])
})

test('a row can be taken back, and one of which nothing was there sends nothing', () => {
  const form = tick(tick(none, soon, 18), eggs, 0)
  expect(toSend(picks, form)).toEqual([{ productId: 'milk', quantity: '18' }])
  expect(tick(form, soon, null).picked).toEqual({ [rowKey(eggs)]: 0 })
})
