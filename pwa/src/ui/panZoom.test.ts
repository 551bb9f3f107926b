import { expect, test } from 'vitest'
import { moved, WHOLE, within, zoomed } from './panZoom'

const size = { width: 400, height: 300 }

test('what is under the finger stays there while it is magnified', () => {
  const at = { x: 100, y: -50 }
  const view = zoomed(WHOLE, 2, at, size)
  expect(view).toEqual({ scale: 2, x: -100, y: 50 })
  const before = { x: (at.x - WHOLE.x) / WHOLE.scale, y: (at.y - WHOLE.y) / WHOLE.scale }
  expect({ x: (at.x - view.x) / view.scale, y: (at.y - view.y) / view.scale }).toEqual(before)
})

test('a picture is never smaller than its window, nor moved out of it', () => {
  expect(zoomed({ scale: 2, x: 90, y: 0 }, 0.1, { x: 0, y: 0 }, size)).toEqual(WHOLE)
  expect(moved(zoomed(WHOLE, 2, { x: 0, y: 0 }, size), 999, -999, size)).toEqual({ scale: 2, x: 200, y: -150 })
  expect(moved(WHOLE, 30, 30, size)).toEqual(WHOLE)
})

test('magnifying ends where there is nothing more to see', () => {
  expect(zoomed(WHOLE, 100, { x: 0, y: 0 }, size).scale).toBe(8)
  expect(within({ scale: 0.5, x: 0, y: 0 }, size)).toEqual(WHOLE)
})
