import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { Box } from '@/api/types'
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
  const boxes = shallowRef<readonly EditBox[]>([])
  const past = shallowRef<(readonly EditBox[])[]>([])
  const key = shallowRef<number | null>(null)
  let keys = 0

  const selected = computed(() => boxes.value.find((box) => box.key === key.value) ?? null)
  function change(after: readonly EditBox[]): void {
    past.value = [...past.value, boxes.value]
    boxes.value = after
  }
  const replace = (which: number, fields: Partial<Box>) =>
    change(boxes.value.map((box) => (box.key === which ? { ...box, ...fields, score: 1 } : box)))

  return {
    boxes,
    selected,
    changed: computed(() => past.value.length > 0),
    undoable: computed(() => past.value.length > 0),
    select: (which) => (key.value = which),
    step(by) {
      const ordered = [...boxes.value].sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0)
      const place = ordered.findIndex((box) => box.key === key.value)
      const next = place < 0 && by < 0 ? ordered.length - 1 : (place + by + ordered.length) % (ordered.length || 1)
      key.value = ordered[next]?.key ?? null
    },
    add(label, edges) {
      const box = { ...edges, label, score: 1, key: ++keys }
      change([...boxes.value, box])
      key.value = box.key
    },
    reshape: (which, edges) => replace(which, edges),
    relabel(label) {
      if (selected.value && selected.value.label !== label) replace(selected.value.key, { label })
    },
    remove() {
      if (!selected.value) return
      change(boxes.value.filter((box) => box.key !== key.value))
      key.value = null
    },
    undo() {
      const before = past.value.at(-1)
      if (!before) return
      past.value = past.value.slice(0, -1)
      boxes.value = before
    },
    load(from) {
      boxes.value = from.map((box) => ({ ...box, key: ++keys }))
      past.value = []
      key.value = null
    },
    result: () => boxes.value.map(({ label, score, x0, y0, x1, y1 }) => ({ label, score, x0, y0, x1, y1 })),
  }
}
