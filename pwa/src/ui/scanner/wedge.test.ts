import { expect, test } from 'vitest'
import { wedgeOf, type Heard } from './wedge'

/** Type a text at a pace and tell what its end was heard as. */
function type(wedge: ReturnType<typeof wedgeOf>, text: string, paceMs: number, end = 'Enter', from = 0): Heard {
  let at = from
  for (const key of text) wedge(key, (at += paceMs))
  return wedge(end, at + paceMs)
}

test('quick keys ended by Enter or Tab are a code', () => {
  const wedge = wedgeOf(() => '')
  expect(type(wedge, '6901234567892', 8)).toEqual({ kind: 'code', code: '6901234567892' })
  expect(type(wedge, '00012345', 30, 'Tab', 5_000)).toEqual({ kind: 'code', code: '00012345' })
})

test('what a person types with pauses is none, and does not become part of the next scan', () => {
  const wedge = wedgeOf(() => '')
  expect(type(wedge, '690123', 300)).toEqual({ kind: 'none' })
  for (const key of '69') wedge(key, 10_000)
  expect(type(wedge, '6901234567892', 10, 'Enter', 10_400)).toEqual({ kind: 'code', code: '6901234567892' })
})

test('an Enter alone or after a short burst remains an Enter', () => {
  const wedge = wedgeOf(() => '')
  expect(wedge('Enter', 0)).toEqual({ kind: 'none' })
  expect(type(wedge, '12', 5, 'Enter', 100)).toEqual({ kind: 'none' })
})

test('the prefix of the scanner is taken off, a code without it stays as it is', () => {
  const wedge = wedgeOf(() => ']E0')
  expect(type(wedge, ']E06901234567892', 8)).toEqual({ kind: 'code', code: '6901234567892' })
  expect(type(wedge, '6901234567892', 8, 'Enter', 9_000)).toEqual({ kind: 'code', code: '6901234567892' })
})

test('shift between the characters does not break a code', () => {
  const wedge = wedgeOf(() => '')
  let at = 0
  for (const key of ['A', 'Shift', 'B', '1', '2']) wedge(key, (at += 10))
  expect(wedge('Enter', at + 10)).toEqual({ kind: 'code', code: 'AB12' })
})
