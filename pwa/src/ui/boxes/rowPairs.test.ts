import { expect, test } from 'vitest'
import { pairRows, type Row } from './rowPairs'

const row = (y: number): Row => ({ y0: y - 0.1, y1: y + 0.1, facings: 5, gaps: 1, missing: 1, availability: 0.8 })
const matched = (before: number[], after: number[]) =>
  pairRows(before.map(row), after.map(row)).map((pair) =>
    [pair.before, pair.after].map((its) => (its ? Math.round((its.y0 + 0.1) * 100) / 100 : null)),
  )

test('as many rows are matched from the top down, whatever the framing', () => {
  expect(matched([0.7, 0.2, 0.45], [0.35, 0.6, 0.9])).toEqual([
    [0.2, 0.35],
    [0.45, 0.6],
    [0.7, 0.9],
  ])
})

test('a row that one photo cuts off stands alone, at its place', () => {
  expect(matched([0.1, 0.4, 0.7], [0.42, 0.71])).toEqual([
    [0.1, null],
    [0.4, 0.42],
    [0.7, 0.71],
  ])
  expect(matched([0.4], [0.1, 0.41, 0.8])).toEqual([
    [null, 0.1],
    [0.4, 0.41],
    [null, 0.8],
  ])
  expect(matched([], [0.5])).toEqual([[null, 0.5]])
})
