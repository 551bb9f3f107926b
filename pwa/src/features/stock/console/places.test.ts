import { expect, it } from 'vitest'
import { placeName } from './places'

it('calls a place by the name it was given, else by what it is at a store or a warehouse', () => {
  const key = (text: string) => text
  expect(placeName(key, { kind: 'bin', name: '冷藏柜' }, 'store')).toBe('冷藏柜')
  expect(placeName(key, { kind: 'shelf', name: '' }, 'store')).toBe('hq.stock.place.shelf')
  expect(placeName(key, { kind: 'shelf', name: '' }, 'warehouse')).toBe('hq.places.warehouse.shelf')
})
