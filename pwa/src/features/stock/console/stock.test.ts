import { expect, it } from 'vitest'
import { itemId, placeOf } from './stock'

it('makes an address of store and product, and reads it again', () => {
  const row = { storeId: '018f-a', productId: '018f-b' }
  expect(placeOf(itemId(row))).toEqual({ store: '018f-a', product: '018f-b' })
  expect(placeOf('odd')).toEqual({ store: 'odd', product: '' })
})
