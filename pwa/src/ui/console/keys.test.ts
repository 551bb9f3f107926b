import { expect, it } from 'vitest'
import { intentOf, step } from './keys'

const pressed = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
})
/** An element that is only asked what it matches. */
const element = (tag: string) => ({ matches: (list: string) => list.split(', ').includes(tag) }) as unknown as Element

it('moves, opens and searches from the page', () => {
  expect(intentOf(pressed('j'), null, false)).toBe('down')
  expect(intentOf(pressed('k'), element('main'), false)).toBe('up')
  expect(intentOf(pressed('Enter'), element('main'), false)).toBe('open')
  expect(intentOf(pressed('/'), element('button'), false)).toBe('search')
  expect(intentOf(pressed('x'), null, false)).toBeNull()
})

it('leaves keys alone while somebody types, composes pinyin, uses a shortcut or answers a dialog', () => {
  expect(intentOf(pressed('j'), element('input'), false)).toBeNull()
  expect(intentOf(pressed('j', { isComposing: true }), null, false)).toBeNull()
  expect(intentOf(pressed('k', { ctrlKey: true }), null, false)).toBeNull()
  expect(intentOf(pressed('j'), null, true)).toBeNull()
})

it('lets Enter press a focused button or link', () => {
  expect(intentOf(pressed('Enter'), element('button'), false)).toBeNull()
  expect(intentOf(pressed('j'), element('a'), false)).toBe('down')
})

it('steps within the list and begins at its top', () => {
  expect(step(3, -1, 1)).toBe(0)
  expect(step(3, 2, 1)).toBe(2)
  expect(step(3, 0, -1)).toBe(0)
  expect(step(0, -1, 1)).toBe(-1)
})
