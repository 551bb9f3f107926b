import { expect, it } from 'vitest'
import { centsOf, yuanOf } from './price'

it('reads yuan to the cent', () => {
  expect(centsOf('4.35')).toBe(435)
  expect(centsOf('¥12.5')).toBe(1250)
  expect(centsOf('1.1')).toBe(110)
  expect(centsOf('0')).toBe(0)
})

it('refuses what is no price', () => {
  for (const text of ['', '-1', '1.005', '1,000', 'free']) expect(centsOf(text)).toBeNull()
})

it('writes what it reads', () => {
  expect(yuanOf(435)).toBe('4.35')
  expect(yuanOf(7)).toBe('0.07')
})
