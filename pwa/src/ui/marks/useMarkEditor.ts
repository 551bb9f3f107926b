import { computed, type ComputedRef, type ShallowRef } from 'vue'
import type { Mark } from '@/api/types'
import { useSteps } from '../useSteps'
import { MOST_MARKS } from './marks'

/** A mark under the person's hands; `key` names it on this screen only. */
export type EditMark = Mark & { key: number }

export interface MarkEditor {
  marks: ShallowRef<readonly EditMark[]>
  selected: ComputedRef<EditMark | null>
  undoable: ComputedRef<boolean>
  /** There is room for another one. */
  room: ComputedRef<boolean>
  select(key: number | null): void
  /** Put a mark down, selected. */
  add(mark: Mark): void
  /** Put another in the place of one: moved, or with other words. */
  replace(key: number, mark: Mark): void
  remove(): void
  undo(): void
  /** The marks as the server takes them. */
  result(): Mark[]
}

/** The marks of one photo and every step a person made in them. */
export function useMarkEditor(from: readonly Mark[]): MarkEditor {
  const { items: marks, selected, undoable, select, change, remove, undo, load } = useSteps<EditMark>()
  let keys = 0
  load(from.map((mark) => ({ ...mark, key: ++keys })))
  return {
    marks,
    selected,
    undoable,
    room: computed(() => marks.value.length < MOST_MARKS),
    select,
    add(mark) {
      const added = { ...mark, key: ++keys }
      change([...marks.value, added])
      select(added.key)
    },
    replace: (key, mark) => change(marks.value.map((each) => (each.key === key ? { ...mark, key } : each))),
    remove,
    undo,
    result: () => marks.value.map(({ kind, x, y, toX, toY, text }) => ({ kind, x, y, toX, toY, text })),
  }
}
