import { expect, test } from 'vitest'
import { suggestion } from '@/offline/testing/ordering'
import { decimal, found, lineOf, linesIn, orderable, stepped, thousandths, totalsOf, type OrderLine } from './lines'

const RULE = { percent: 50, cents: 5_000 }
const line = (change: Parameters<typeof suggestion>[0] = {}, quantity?: number, reason: OrderLine['reason'] = null) => {
  const told = suggestion(change)
  const edits = quantity === undefined ? {} : { [told.productId]: { quantity, reason } }
  return lineOf(told, { edits }, RULE)
}

test('a line that nobody touched is what was suggested, and costs whole packs', () => {
  expect(line()).toMatchObject({ quantity: 24_000, suggested: 24_000, changed: false, far: false, cents: 9_600 })
  expect(line({ packQuantity: '3', packCents: 1_000, quantity: '1' }).cents).toBe(333)
  expect(line({ packQuantity: '3', packCents: 1_000, quantity: '2' }).cents).toBe(667)
})

test('decimals go to thousandths and back without loss', () => {
  for (const text of ['0', '0.001', '12.5', '31.204', '-4.38', '999999.999'])
    expect(decimal(thousandths(text))).toBe(text)
})

test('a change wants a reason when both share and worth are exceeded, as the server has it', () => {
  expect(line({}, 36_000).far).toBe(false) // half of it, no more
  expect(line({}, 48_000).far).toBe(true) // twice as much, 96 yuan more
  expect(line({ quantity: '1', packQuantity: '1', packCents: 400 }, 9_000).far).toBe(false) // 32 yuan
  expect(line({ quantity: '0' }, 12_000).far).toBe(false) // 48 yuan
  expect(line({ quantity: '0' }, 24_000).far).toBe(true)
})

test('quantities are whole packs between the least and the most, or nothing', () => {
  const told = suggestion({ leastQuantity: '20', mostQuantity: '50' })
  expect([0, 1, 12_000, 25_000, 36_000, 90_000].map((each) => orderable(each, told))).toEqual([
    0, 24_000, 24_000, 36_000, 36_000, 48_000,
  ])
})

test('one pack less than the least is none, and one more is the least', () => {
  const limits = { leastQuantity: '24' }
  expect(stepped(line(limits, 24_000), -1)).toBe(0)
  expect(stepped(line(limits, 0), 1)).toBe(24_000)
  expect(stepped(line(limits, 36_000), -1)).toBe(24_000)
  expect(stepped(line({}, 0), -1)).toBe(0)
})

test('tabs show what wants a look, what must be ordered and what is promoted; nothing that is not ordered is hidden', () => {
  const lines = [
    line({ productId: 'none', quantity: '0' }),
    line({ productId: 'out', attention: ['out_of_stock'] }),
    line({ productId: 'must', mustOrder: true }),
    line({ productId: 'promoted', promoted: true }),
    line({ productId: 'far' }, 60_000),
  ]
  const ids = (tab: Parameters<typeof linesIn>[0]) => linesIn(tab, lines).map((each) => each.line.productId)
  expect(ids('attention')).toEqual(['out', 'far'])
  expect(ids('must')).toEqual(['must'])
  expect(ids('promoted')).toEqual(['promoted'])
  expect(ids('all')).toEqual(['out', 'must', 'promoted', 'far', 'none'])
})

test('totals tell what is ordered, what is missing, what is unexplained and what is accepted unseen', () => {
  const lines = [
    line({ productId: 'a' }),
    line({ productId: 'b', attention: ['new'] }),
    line({ productId: 'c' }, 60_000),
    line({ productId: 'd' }, 60_000, 'weather'),
    line({ productId: 'e', mustOrder: true, quantity: '0' }),
  ]
  const totals = totalsOf(lines)
  expect([totals.cents, totals.lines, totals.changed, totals.accepted]).toEqual([67_200, 4, 2, 1])
  expect(totals.unexplained.map(({ line: { productId } }) => productId)).toEqual(['c'])
  expect(totals.missing.map(({ line: { productId } }) => productId)).toEqual(['e'])
})

test('lines are found by part of a name or code', () => {
  const lines = [line(), line({ productId: 'b', code: 'X9', name: { zh: '豆腐', en: 'Tofu' } })]
  expect(found(lines, ' tof').map((each) => each.line.code)).toEqual(['X9'])
  expect(found(lines, '牛奶').map((each) => each.line.code)).toEqual(['MILK'])
  expect(found(lines, '')).toHaveLength(2)
})
