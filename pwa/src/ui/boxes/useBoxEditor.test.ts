import { expect, test } from 'vitest'
import { useBoxEditor } from './useBoxEditor'

const product = { label: 'product' as const, score: 0.6, x0: 0, y0: 0.5, x1: 0.2, y1: 0.9 }
const gap = { label: 'gap' as const, score: 0.4, x0: 0.4, y0: 0.1, x1: 0.6, y1: 0.3 }

function loaded() {
  const editor = useBoxEditor()
  editor.load([product, gap])
  return editor
}

test('what nobody touched keeps its score, what a person made or changed is certain', () => {
  const editor = loaded()
  editor.add('gap', { x0: 0.7, y0: 0.1, x1: 0.8, y1: 0.3 })
  editor.reshape(editor.boxes.value[1]?.key ?? 0, { ...gap, x1: 0.65 })
  expect(editor.result().map(({ label, score, x1 }) => [label, score, x1])).toEqual([
    ['product', 0.6, 0.2],
    ['gap', 1, 0.65],
    ['gap', 1, 0.8],
  ])
})

test('every step is undone in turn, down to what the model saw', () => {
  const editor = loaded()
  editor.select(editor.boxes.value[0]?.key ?? null)
  editor.relabel('gap')
  editor.remove()
  expect(editor.result()).toEqual([gap])
  editor.undo()
  expect(editor.result()[0]?.label).toBe('gap')
  editor.undo()
  expect(editor.result()).toEqual([product, gap])
  expect(editor.changed.value).toBe(false)
  editor.undo()
  expect(editor.result()).toEqual([product, gap])
})

test('walking goes from the top left and around', () => {
  const editor = loaded()
  const walked = [1, 1, 1, -1].map((by) => {
    editor.step(by as 1 | -1)
    return editor.selected.value?.label
  })
  expect(walked).toEqual(['gap', 'product', 'gap', 'product'])
})
