import { expect, test } from 'vitest'
import { daysFrom, levelsOf, offerDraft, offerForm, ruleForm, sourceLook, termsDraft, termsForm } from './supply'

test('levels of service are typed in percent and sent as shares', () => {
  const rule = { levelA: '0.97', levelB: '0.955', levelC: '0.9', version: 1 }
  expect(levelsOf(rule)).toEqual({ a: '97', b: '95.5', c: '90' })
  expect(ruleForm(levelsOf(rule))).toEqual({ levelA: '0.97', levelB: '0.955', levelC: '0.9' })
  expect(ruleForm({ a: '97', b: '', c: '90' })).toBeNull()
  expect(ruleForm({ a: '97.55', b: '95', c: '90' })).toBeNull()
})

test('an offer without limits has none, and one that is no figure is not sent', () => {
  const draft = { ...offerDraft(), productId: 'p', pack: '12', price: '30.5', least: '' }
  expect(offerForm(draft)).toEqual({
    productId: 'p',
    packQuantity: '12',
    packCents: 3050,
    least: '0',
    most: null,
    lifeDays: null,
    serviceClass: 'b',
    rank: 1,
  })
  expect(offerForm({ ...draft, most: '24', life: '7' })).toMatchObject({ most: '24', lifeDays: 7 })
  for (const wrong of [{ pack: '' }, { price: 'x' }, { most: '-1' }, { life: '0' }, { life: '1.5' }]) {
    expect(offerForm({ ...draft, ...wrong })).toBeNull()
  }
})

test('what a store does not carry is no must', () => {
  const draft = { ...termsDraft(), productId: 'p', carried: false, mustOrder: true }
  expect(termsForm(draft)).toEqual({
    productId: 'p',
    carried: false,
    mustOrder: false,
    capacity: null,
    keepAtLeast: '0',
  })
  expect(termsForm({ ...draft, capacity: 'x' })).toBeNull()
})

test('a source whose supplier has ended says so', () => {
  expect(sourceLook({ status: 'active', serves: false }).word).toBe('hq.supply.status.supplierEnded')
  expect(sourceLook({ status: 'ended', serves: false }).word).toBe('hq.supply.status.ended')
  expect(sourceLook({ status: 'active', serves: true }).word).toBe('hq.supply.status.active')
})

test('a span of days has both its ends', () => {
  expect(daysFrom('2027-02-27', '2027-03-01')).toEqual(['2027-02-27', '2027-02-28', '2027-03-01'])
  expect(daysFrom('2027-02-27', '2027-02-27')).toEqual(['2027-02-27'])
})
