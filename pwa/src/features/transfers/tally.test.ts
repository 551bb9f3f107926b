import { expect, test } from 'vitest'
import type { Product } from '@/api/types'
import { amountOf, dropExtra, put, scanned, shortOf, type Heard, type Slot } from './tally'

const product = (id: string) => ({ id, name: { zh: id, en: id }, unitName: { zh: '瓶', en: 'bottle' } }) as Product
const heard = (id: string, quantity = 1): Heard => ({ code: `code of ${id}`, product: product(id), quantity })
const slots: Slot[] = [
  { id: 'early', productId: 'milk', most: 2 },
  { id: 'late', productId: 'milk', most: 10 },
  { id: 'tea', productId: 'tea', most: 5 },
]
const none = { counted: {}, extras: [] }
const after = (...all: Heard[]) => all.reduce((form, each) => scanned(form, slots, each, null).form, none)

test('what nobody scanned is as it was sent; the first scan begins a count of that product alone', () => {
  const form = after(heard('milk'))
  expect(slots.map((slot) => amountOf(form, slot))).toEqual([1, 0, 5])
  expect(shortOf(form, slots).map(({ id }) => id)).toEqual(['early', 'late'])
})

test('lots fill up in the order of their last days, the chosen one first', () => {
  expect(after(heard('milk'), heard('milk'), heard('milk')).counted).toEqual({ early: 2, late: 1 })
  expect(scanned(none, slots, heard('milk'), 'late')).toMatchObject({
    form: { counted: { early: 0, late: 1 } },
    slot: 'late',
  })
})

test('a case fills what there is room for, and what is more is kept aside', () => {
  const { form, why, slot } = scanned(none, slots, heard('milk', 24), null)
  expect([form.counted, why, slot]).toEqual([{ early: 2, late: 10 }, 'surplus', 'late'])
  expect(form.extras).toMatchObject([{ why: 'surplus', quantity: 12, product: { id: 'milk' } }])
  expect(shortOf(form, slots)).toEqual([])
})

test('weights add up without the dust of fractions', () => {
  const weighed = [{ id: 'pork', productId: 'pork', most: 0.3 }]
  let form: { counted: Record<string, number>; extras: never[] } = { counted: {}, extras: [] }
  for (const grams of [0.1, 0.2]) form = scanned(form, weighed, heard('pork', grams), null).form
  expect(form).toEqual({ counted: { pork: 0.3 }, extras: [] })
})

test('what the transfer does not name and what nobody knows is kept, once each, and adds up', () => {
  const unknown: Heard = { code: '4006', product: null, quantity: 1 }
  const form = after(heard('bun'), unknown, heard('bun'), unknown, { ...unknown, code: '4007' })
  expect(form.counted).toEqual({})
  expect(form.extras.map(({ code, why, quantity }) => [code, why, quantity])).toEqual([
    ['4007', 'unknown', 1],
    ['4006', 'unknown', 2],
    ['code of bun', 'notHere', 2],
  ])
  for (const first of form.extras.slice(0, 1)) expect(dropExtra(form, first).extras).toHaveLength(2)
})

test('a typed figure stands beside scans, and taking it back leaves what was sent', () => {
  const typed = put(none, 'late', 7)
  expect(scanned(typed, slots, heard('milk'), null).form.counted).toEqual({ early: 1, late: 7 })
  expect(put(typed, 'late', null).counted).toEqual({})
  expect(put(typed, 'late', -1).counted).toEqual({ late: 0 })
})
