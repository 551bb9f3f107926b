import { expect, test } from 'vitest'
import type { CapturedPhoto } from '@/offline/engine'
import { receiptForm, type ArrivedEdit } from '@/offline/ordering/receiving/forms'
import { fulfilledLine, fulfilment, shippedLine } from '@/offline/testing/receiving'
import {
  arrivalOf,
  comingLines,
  countedIn,
  lacksEnd,
  receiptTotals,
  spokenArrivals,
  withLine,
  withoutLine,
  type ComingLine,
} from './arrivals'
import { returnable } from './returns'

const fresh = () => receiptForm(null)
const photo = { id: 'p1' } as CapturedPhoto
const warehouse = () => comingLines(fulfilment(), 's1')
const supplier = (overPercent = 0) => {
  const order = fulfilment({ fromWarehouse: false, overPercent, lines: [fulfilledLine({ perishes: true })] })
  return comingLines(order, 's1')
}
const arrived = (
  lines: ComingLine[],
  change: Partial<ArrivedEdit>,
  overPercent = 0,
  rest: 'came' | 'open' = 'came',
) => {
  const form = withLine({ ...fresh(), rest }, 'line', change)
  return lines.map((line) => arrivalOf(line, form, overPercent))
}

test('a line that nobody touched came as it was sent, or is still to come, and nothing is said of it', () => {
  const [came] = warehouse().map((line) => arrivalOf(line, fresh(), 0))
  expect(came).toMatchObject({ received: 24_000, left: 0, differs: false, fault: null })
  const open = warehouse().map((line) => arrivalOf(line, { ...fresh(), rest: 'open' }, 0))
  expect(open[0]).toMatchObject({ received: 0, left: 24_000, differs: false })
  expect(spokenArrivals(open, 'open')).toEqual([])
  expect([receiptTotals(open).says, receiptTotals(came ? [came] : []).says]).toEqual([false, true])
})

test('what is damaged is taken off what came, and wants a photo; what is missing wants a reason', () => {
  const [bare] = arrived(warehouse(), { damaged: 2_000 })
  expect(bare).toMatchObject({ received: 22_000, damaged: 2_000, left: 0, fault: 'needPhoto' })
  const [shot] = arrived(warehouse(), { damaged: 2_000, missing: 1_000, photos: [photo] })
  expect(shot).toMatchObject({ received: 21_000, left: 0, fault: 'needReason' })
  const told = arrived(warehouse(), {
    damaged: 2_000,
    missing: 1_000,
    missingWhy: 'lost',
    photos: [photo],
    sent: ['p0'],
  })
  expect(told[0]?.fault).toBeNull()
  expect(spokenArrivals(told, 'came')).toEqual([
    {
      lineId: 'line', received: '21', damaged: '2', missing: '1', missingWhy: 'lost', lot: null, temperature: null,
      note: '', photoIds: ['p0', 'p1'],
    },
  ]) // prettier-ignore
})

test('eight of ten leave two open, which is a difference and no fault', () => {
  const [part] = arrived(warehouse(), { received: 20_000 })
  expect(part).toMatchObject({ received: 20_000, left: 4_000, differs: true, fault: null })
  expect(receiptTotals(part ? [part] : [])).toMatchObject({
    ordered: 24_000,
    shipped: 24_000,
    received: 20_000,
    left: 4_000,
  })
})

test('a warehouse never brings more than was loaded, a supplier as much more as the rule lets it', () => {
  expect(arrived(warehouse(), { received: 25_000 }, 50)[0]?.fault).toBe('tooMuch')
  expect(arrived(supplier(), { received: 25_000 })[0]).toMatchObject({ fault: 'overRule', most: 24_000 })
  expect(arrived(supplier(10), { received: 26_000 }, 10)[0]).toMatchObject({ fault: null, over: 2_000, most: 26_400 })
  expect(arrived(supplier(10), { received: 26_500 }, 10)[0]?.fault).toBe('overRule')
  expect(arrived(supplier(10), { received: 25_000, missing: 1_000, missingWhy: 'lost' }, 10)[0]?.fault).toBe('tooMuch')
})

test('what earlier receipts took is not taken again, and a line of which all came is gone', () => {
  const [before] = comingLines(fulfilment({}, [shippedLine({ received: '20', damaged: '1', open: '3' })]), 's1')
  expect(before && arrivalOf(before, fresh(), 0)).toMatchObject({ received: 3_000 })
  expect(comingLines(fulfilment({}, [shippedLine({ received: '24', open: '0' })]), 's1')).toEqual([])
})

test('an order that was not announced is received by what it still lacks', () => {
  const lines = [fulfilledLine({ toShip: '12', shipped: '12' }), fulfilledLine({ productId: 'eggs', toShip: '0' })]
  const [milk, ...others] = comingLines(fulfilment({ fromWarehouse: false, shipments: [], lines }), null)
  expect(others).toEqual([])
  expect(milk).toMatchObject({ id: 'milk', ordered: 24_000, shipped: 12_000, before: 0, supplied: true })
})

test('lot, last day, temperature and words go along; a lot without a code is called by its last day', () => {
  const lot = { expiresOn: '2026-12-03', temperature: '-18,5', note: ' 外箱湿 ' }
  expect(spokenArrivals(arrived(supplier(), lot), 'came')[0]).toMatchObject({
    received: '24', lot: { code: '20261203', expiresOn: '2026-12-03' }, temperature: '-18.5', note: '外箱湿',
  }) // prettier-ignore
  expect(spokenArrivals(arrived(warehouse(), lot), 'came')[0]?.lot).toBeNull()
  expect(arrived(supplier(), { temperature: 'kalt' })[0]?.fault).toBe('temperature')
  expect([arrived(supplier(), {}), arrived(supplier(), lot), arrived(warehouse(), {})].map(([each]) => each && lacksEnd(each))).toEqual([
    true, false, false,
  ]) // prettier-ignore
})

test('the first counting scan of a product begins at nothing, and its lots fill up one after the other', () => {
  const two = [
    shippedLine({ id: 'soon', shipped: '2', open: '2' }),
    shippedLine({ id: 'late', shipped: '3', open: '3' }),
  ]
  const lines = comingLines(fulfilment({}, two), 's1')
  const scan = (form: ReturnType<typeof fresh>, pieces: number) => countedIn(form, lines, 'milk', pieces * 1_000)
  const first = scan(fresh(), 1)
  expect(lines.map((line) => arrivalOf(line, first.form, 0).received)).toEqual([1_000, 0])
  const more = scan(first.form, 5)
  expect(lines.map((line) => arrivalOf(line, more.form, 0).received)).toEqual([2_000, 3_000])
  expect([first.aside, more.aside, more.lineId]).toEqual([0, 1_000, 'late'])
  expect(countedIn(fresh(), supplier(), 'milk', 30_000)).toMatchObject({ aside: 0, lineId: 'line' })
  expect(countedIn(fresh(), lines, 'tea', 1_000)).toMatchObject({ aside: 0, lineId: null })
})

test('a line that is as it was sent again says nothing', () => {
  const form = withoutLine(withLine(fresh(), 'line', { received: 3_000 }), 'line')
  expect(spokenArrivals(warehouse().map((line) => arrivalOf(line, form, 0)), 'came')).toEqual([]) // prettier-ignore
})

test('no more goes back than came and does not go back already', () => {
  const claim = { kind: 'return', state: 'open', productId: 'milk', quantity: '4' } as const
  const claims = [claim, { ...claim, state: 'refused' }, { ...claim, kind: 'damage' }] as never
  const lines = [fulfilledLine({ received: '20' }), fulfilledLine({ productId: 'eggs', received: '0' })]
  expect(returnable({ lines, claims }).map(({ productId, most }) => [productId, most])).toEqual([['milk', 16_000]])
})
