import { expect, it } from 'vitest'
import { arrowPath, hasExtent, markAt, marksByPhoto, moved, spanned, textAt } from './marks'
import { useMarkEditor } from './useMarkEditor'

const arrow = spanned('arrow', { x: 0.1, y: 0.1 }, { x: 0.5, y: 0.1 })
const circle = spanned('circle', { x: 0.6, y: 0.6 }, { x: 0.4, y: 0.8 })

it('keeps what is drawn beyond the edge on the photo, and calls a slip of the finger nothing', () => {
  expect(spanned('arrow', { x: -0.2, y: 0.5 }, { x: 1.4, y: 2 })).toEqual({ ...arrow, x: 0, y: 0.5, toX: 1, toY: 1 })
  expect(hasExtent(spanned('circle', { x: 0.1, y: 0.1 }, { x: 0.4, y: 0.11 }))).toBe(false)
  expect(hasExtent(spanned('arrow', { x: 0.1, y: 0.1 }, { x: 0.4, y: 0.11 }))).toBe(true)
})

it('moves a mark as far as the photo reaches and keeps its shape', () => {
  expect(moved(arrow, 0.9, 0.2)).toEqual({ ...arrow, x: 0.6, y: 0.3, toX: 1, toY: 0.3 })
  expect(moved(textAt({ x: 0.5, y: 0.5 }, '缺货'), -1, 0.1)).toEqual(textAt({ x: 0, y: 0.6 }, '缺货'))
})

it('finds the arrow or circle that a finger means, also on a photo that is twice as high as wide', () => {
  const marks = [arrow, circle, textAt({ x: 0.3, y: 0.1 }, '缺货')]
  expect(markAt(marks, { x: 0.3, y: 0.12 }, 0.5, 0.06)).toBe(arrow)
  expect(markAt(marks, { x: 0.3, y: 0.14 }, 0.5, 0.06)).toBeNull()
  expect(markAt(marks, { x: 0.5, y: 0.7 }, 0.5, 0.01)).toBe(circle)
})

it('draws an arrow whose head is no longer than the arrow', () => {
  const heads = arrowPath(spanned('arrow', { x: 0, y: 0 }, { x: 0.02, y: 0 }), 1000, 500)
    .split('M')
    .slice(2)
  expect(heads.map((head) => Math.round(Number.parseFloat(head)))).toEqual([2, 2])
})

it('tells marks by photo from answers and from findings', () => {
  expect(marksByPhoto([{ id: 'a', marks: [arrow] }, { id: 'b', marks: [] }, { id: 'c' }])).toEqual({ a: [arrow] })
  expect(marksByPhoto([{ photoId: 'a', marks: [circle] }])).toEqual({ a: [circle] })
})

it('undoes step by step, deletes the selected one only, and gives the marks without its own keys', () => {
  const editor = useMarkEditor([arrow])
  editor.add(circle)
  expect(editor.selected.value).toMatchObject(circle)
  editor.replace(editor.selected.value?.key ?? 0, moved(circle, 0.1, 0))
  expect(editor.result()).toEqual([arrow, moved(circle, 0.1, 0)])
  editor.remove()
  expect(editor.result()).toEqual([arrow])
  editor.undo()
  editor.undo()
  expect(editor.result()).toEqual([arrow, circle])
  editor.undo()
  expect([editor.result(), editor.undoable.value]).toEqual([[arrow], false])
})
