import { expect, it } from 'vitest'
import { emptyLine, isQuantity, isReady, linesOf } from './receipt'

it('takes quantities above zero with at most three decimals', () => {
  expect(['1', '0.125', '0', '1.2345', 'a'].map(isQuantity)).toEqual([true, true, false, false, false])
})

it('sends dates with a lot only', () => {
  const line = { ...emptyLine(1), productId: 'p', quantity: '2', value: '3', expiresOn: '2027-01-01' }
  expect(isReady(line)).toBe(true)
  expect(linesOf([line, { ...line, lot: 'L1' }]).map(({ lot }) => lot)).toEqual([
    null,
    { code: 'L1', producedOn: null, expiresOn: '2027-01-01' },
  ])
})
