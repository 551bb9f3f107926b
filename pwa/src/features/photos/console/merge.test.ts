import { expect, it } from 'vitest'
import { merged } from './merge'

const photo = (id: string, state = 'ready') => ({ id, state })

it('hangs new photos first and leaves the rest in its order', () => {
  const rows = [photo('c'), photo('b'), photo('a')]
  expect(merged(rows, [photo('e'), photo('d'), photo('c'), photo('b')]).map(({ id }) => id)).toEqual([
    'e',
    'd',
    'c',
    'b',
    'a',
  ])
})

it('shows what became of a photo that hangs already', () => {
  expect(merged([photo('b', 'uploaded'), photo('a')], [photo('b', 'ready')])).toEqual([photo('b'), photo('a')])
})
