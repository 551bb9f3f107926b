import { expect, test } from 'vitest'
import { boxAt, hasExtent, LEAST, moved, resized, spanned } from './edges'

const box = { x0: 0.2, y0: 0.2, x1: 0.4, y1: 0.5 }

test('a box drawn in any direction is the same box, kept on the photo', () => {
  const expected = { x0: 0.2, y0: 0.1, x1: 0.6, y1: 0.4 }
  expect(spanned(0.6, 0.4, 0.2, 0.1)).toEqual(expected)
  expect(spanned(0.2, 0.1, 0.6, 0.4)).toEqual(expected)
  expect(spanned(-0.3, 0.5, 1.4, 2)).toEqual({ x0: 0, y0: 0.5, x1: 1, y1: 1 })
})

test('a moved box keeps its size and stops at the edge of the photo', () => {
  const after = moved(box, 0.9, -0.9)
  expect(after.x1).toBe(1)
  expect(after.y0).toBe(0)
  expect(after.x1 - after.x0).toBeCloseTo(0.2)
  expect(after.y1 - after.y0).toBeCloseTo(0.3)
})

test('a corner is dragged past the opposite one and the box keeps an extent', () => {
  expect(resized(box, ['x1', 'y1'], 0.1, 0.1)).toEqual({ x0: 0.2, y0: 0.2, x1: 0.5, y1: 0.6 })
  const flat = resized(box, ['x0', 'y0'], 0.9, 0.9)
  expect(flat.x1 - flat.x0).toBeCloseTo(LEAST)
  expect(hasExtent({ ...box, x1: 0.201 })).toBe(false)
})

test('of boxes on top of one another the smallest is meant', () => {
  const small = { x0: 0.25, y0: 0.25, x1: 0.3, y1: 0.3, name: 'small' }
  expect(boxAt([{ ...box, name: 'large' }, small], 0.27, 0.27)?.name).toBe('small')
  expect(boxAt([{ ...box, name: 'large' }, small], 0.35, 0.4)?.name).toBe('large')
  expect(boxAt([small], 0.9, 0.9)).toBeNull()
})
