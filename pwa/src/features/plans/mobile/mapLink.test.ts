import { expect, test } from 'vitest'
import { mapLink } from './mapLink'

test('the link names the place in the datum and order that the map app takes', () => {
  const link = new URL(mapLink(24.48123456, 118.1, '人民路店,东门'))
  expect(link.origin + link.pathname).toBe('https://uri.amap.com/navigation')
  expect(link.searchParams.get('to')).toBe('118.100000,24.481235,人民路店 东门')
  expect(link.searchParams.get('coordinate')).toBe('gaode')
})
