import { expect, it } from 'vitest'
import { figureOf, mayBeNegative, turned } from './typed'

it('takes a figure as people type it, and what is none is none', () => {
  expect(['-18', '－18．5', '−2', '3,5', '３。５', ' 4 '].map(figureOf)).toEqual([-18, -18.5, -2, 3.5, 3.5, 4])
  expect(['', '-', '4 度', '1e5', '3.5.1', '..'].map(figureOf)).toEqual([null, null, null, null, null, null])
})

it('offers the minus where a reading may be below zero', () => {
  expect(mayBeNegative('°C', 0, 4)).toBe(true)
  expect(mayBeNegative('', null, -18)).toBe(true)
  expect(mayBeNegative('个', 0, null)).toBe(false)
  expect([turned('18'), turned('-18'), turned('－18'), turned('')]).toEqual(['-18', '18', '18', '-'])
})
