import { expect, test } from 'vitest'
import { product } from '../testing/counting'
import { search } from './search'

const milk = product()
const cola = product({
  id: 'cola',
  code: '2001',
  name: { zh: '可口可乐 330ml', en: 'Coca-Cola 330 ml' },
  pinyin: 'kkkl330ml',
  barcodes: ['6954767423579'],
})
const old = product({
  id: 'old',
  code: '1002',
  name: { zh: '蒙牛旧装', en: 'Old milk' },
  pinyin: 'mnjz',
  status: 'discontinued',
})
const found = (text: string) => search([old, cola, milk], text).map(({ id }) => id)

test('found by pinyin initials, a name in either language, the code, the end of a barcode', () => {
  expect([found('kkkl'), found('可乐'), found('coca'), found('2001'), found('3579')]).toEqual(
    Array.from({ length: 5 }, () => ['cola']),
  )
})

test('the best fit comes first, what is no longer sold last; nothing typed finds nothing', () => {
  expect(found('mn')).toEqual(['milk', 'old'])
  expect(found('100')).toEqual(['milk', 'old'])
  expect(found(' ')).toEqual([])
})

test('10,000 products are searched in the time between two keys', () => {
  const many = Array.from({ length: 10_000 }, (_, n) =>
    product({ id: `${n}`, code: `${n}`, name: { zh: `商品${n}`, en: `Goods ${n}` } }),
  )
  const began = performance.now()
  expect(search(many, '商品')).toHaveLength(50)
  expect(performance.now() - began).toBeLessThan(200)
})
