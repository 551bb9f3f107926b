import { expect, test } from 'vitest'
import { checkDigit, gtinOf } from './gtin'
import { isPattern, weighedOf } from './weighed'

const ean = (body: string) => `${body}${checkDigit(body)}`

test('check digits are those of the standard', () => {
  expect([checkDigit('690123456789'), checkDigit('03600029145'), checkDigit('9638507')]).toEqual([2, 2, 4])
})

test('a UPC and the EAN that scanners make of it are one number', () => {
  expect(gtinOf('036000291452')).toBe(gtinOf('0036000291452'))
  expect(gtinOf('12345678')).toBe('00000012345678')
  expect(gtinOf('ABC')).toBeNull()
})

test('all prefixes from 20 to 29 carry five digits of the item and the weight in grams', () => {
  expect(weighedOf(ean('210123401235'))).toEqual({
    item: '01234',
    plain: ean('210123400000'),
    kind: 'weight',
    value: 1_235,
  })
  expect(weighedOf(ean('290000100500'))?.value).toBe(500)
})

test('a code of another prefix or with a wrong check digit is no scale’s', () => {
  expect(weighedOf('6901234567892')).toBeNull()
  const right = ean('210123401235')
  expect(weighedOf(right.slice(0, -1) + ((Number(right.at(-1)) + 1) % 10).toString())).toBeNull()
})

test('the first pattern that fits decides, so a prefix may carry a price', () => {
  const patterns = ['22IIIIPPPPPPC', '2#IIIIIWWWWWC']
  expect(weighedOf(ean('221234001990'), patterns)).toMatchObject({ item: '1234', kind: 'price', value: 1_990 })
  expect(weighedOf(ean('231234001990'), patterns)).toMatchObject({ item: '12340', kind: 'weight', value: 1_990 })
})

test('a pattern names an item and either weight or price in 13 digits', () => {
  const texts = ['2#IIIIIWWWWWC', '21IIIIIPPPPPC', '2IIIIIWWWWWC', '3#IIIIIWWWWWC', '2#IIIIIWWPPPC', '2###########C']
  expect(texts.map(isPattern)).toEqual([true, true, false, false, false, false])
})
