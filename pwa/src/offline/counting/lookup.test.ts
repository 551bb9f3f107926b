import { afterEach, expect, test } from 'vitest'
import type { Engine } from '../engine'
import { keepProducts, product } from '../testing/counting'
import { FakePhone } from '../testing/harness'
import { checkDigit } from './gtin'
import { findByCode } from './lookup'

const open: Engine[] = []
afterEach(() => open.splice(0).forEach((engine) => engine.close()))

const ean = (body: string) => `${body}${checkDigit(body)}`
const apple = product({ id: 'apple', code: '1234', unit: 'kg', barcodes: [], priceCents: 1_200 })
const pork = product({ id: 'pork', code: 'M-7', unit: '斤', barcodes: [ean('210007700000')] })
const bun = product({ id: 'bun', code: '00042', unit: '个', barcodes: [] })

let counter = 0
async function shelf() {
  const { engine } = await new FakePhone().tab(`lookup-${++counter}`)
  open.push(engine)
  await keepProducts(engine, product({ barcodes: ['036000291452', '6901234567892'] }), apple, pork, bun)
  return async (code: string, patterns?: string[]) => {
    const found = await findByCode(engine.db, code, patterns)
    return found && [found.product.id, found.quantity]
  }
}

test('a product is found by each of its barcodes, in whichever kind it was scanned, and by its own code', async () => {
  const find = await shelf()
  expect(await find('6901234567892')).toEqual(['milk', 1])
  expect(await find('0036000291452')).toEqual(['milk', 1])
  expect(await find('036000291452')).toEqual(['milk', 1])
  expect(await find('1001')).toEqual(['milk', 1])
  expect(await find('6901234567893')).toBeNull()
})

test('a scale’s code finds the item by code or by its barcode without weight, and brings the weight in its unit', async () => {
  const find = await shelf()
  expect(await find(ean('210123401235'))).toEqual(['apple', 1.235])
  expect(await find(ean('210007700750'))).toEqual(['pork', 1.5])
  expect(await find(ean('280004200090'))).toEqual(['bun', 1])
  expect(await find(ean('210999900750'))).toBeNull()
})

test('a scale’s code with a price is as much as that price buys', async () => {
  const find = await shelf()
  expect(await find(ean('210123403000'), ['2#IIIIIPPPPPC'])).toEqual(['apple', 2.5])
})

test('a shop’s own code of the prefix 20 to 29 that is in the catalogue as it is weighs nothing', async () => {
  const find = await shelf()
  expect(await find(ean('210007700000'))).toEqual(['pork', 1])
})
