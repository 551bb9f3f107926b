import { expect, test } from 'vitest'
import type { Box } from '@/api/types'
import { against } from './against'

const box = (x0: number, label: Box['label'] = 'product', width = 0.1): Box => ({
  label,
  score: 0.7,
  x0,
  x1: x0 + width,
  y0: 0.2,
  y1: 0.4,
})

test('what a person changed is told box by box, as the server counts it', () => {
  const model = [box(0.1), box(0.3), box(0.5), box(0.7)]
  const own = [box(0.1), box(0.31), box(0.5, 'gap'), box(0.9, 'gap', 0.05)]
  const { marks, removed, counts } = against(model, own)
  expect([...own.map((each) => marks.get(each))]).toEqual([null, 'moved', 'relabelled', 'added'])
  expect(removed).toEqual([model[3]])
  expect(counts).toEqual({ added: 1, removed: 1, moved: 1, relabelled: 1 })
  expect(against(model, [...model].reverse()).counts).toEqual({ added: 0, removed: 0, moved: 0, relabelled: 0 })
})
