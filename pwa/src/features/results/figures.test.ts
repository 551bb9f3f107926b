import { expect, test } from 'vitest'
import { changed } from './figures'

test('a figure that went up or down says by how much, in steps that people see', () => {
  expect(changed(0.853, 0.821, 0.001)).toBeCloseTo(0.032)
  expect(changed(120, 190, 60)).toBe(-60)
})

test('what was not there before, or is the same, has no change', () => {
  expect(changed(0.85, null, 0.001)).toBeNull()
  expect(changed(null, 0.85, 0.001)).toBeNull()
  expect(changed(0.8501, 0.8502, 0.001)).toBeNull()
})
