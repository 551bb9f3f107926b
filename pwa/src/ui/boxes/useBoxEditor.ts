import type { ComputedRef, ShallowRef } from 'vue'
import type { Box } from '@/api/types'
import { useSteps } from '../useSteps'
import type { Edges } from './edges'

export type Label = Box['label']
/** A box under the person's hands; `key` names it on this screen only. */
export type EditBox = Box & { key: number }

export interface BoxEditor {
  boxes: ShallowRef<readonly EditBox[]>
  selected: ComputedRef<EditBox | null>
  changed: ComputedRef<boolean>
  undoable: ComputedRef<boolean>
  select(key: number | null): void
  /** Select the next (1) or previous (-1) box, from the top left. */
  step(by: 1 | -1): void
  add(label: Label, edges: Edges): void
  reshape(key: number, edges: Edges): void
  relabel(label: Label): void
  remove(): void
  undo(): void
  /** Begin anew from these boxes; what was changed is forgotten. */
  load(boxes: readonly Box[]): void
  /** The boxes as the server takes them. */
  result(): Box[]
}

/** All boxes of one photo and every step a person made in them. A box that was drawn or reshaped is certain: score 1. */
export function useBoxEditor(): BoxEditor {
  const { items: boxes, selected, undoable, select, change, remove, undo, load } = useSteps<EditBox>()
  let keys = 0
  const replace = (which: number, fields: Partial<Box>) =>
    change(boxes.value.map((box) => (box.key === which ? { ...box, ...fields, score: 1 } : box)))

  return {
    boxes,
    selected,
    changed: undoable,
    undoable,
    select,
    step(by) {
      const ordered = [...boxes.value].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0)
      const place = ordered.findIndex((box) => box.key === selected.value?.key)
      const next = place < 0 && by < 0 ? ordered.length - 1 : (place + by + ordered.length) % (ordered.length || 1)
      select(ordered[next]?.key ?? null)
    },
    add(label, edges) {
      const box = { ...edges, label, score: 1, key: ++keys }
      change([...boxes.value, box])
      select(box.key)
    },
    reshape: (which, edges) => replace(which, edges),
    relabel(label) {
      if (selected.value && selected.value.label !== label) replace(selected.value.key, { label })
    },
    remove,
    undo,
    load: (from) => load(from.map((box) => ({ ...box, key: ++keys }))),
    result: () => boxes.value.map(({ label, score, x0, y0, x1, y1 }) => ({ label, score, x0, y0, x1, y1 })),
  }
}
