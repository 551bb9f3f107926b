import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { Box, Reading } from '@/api/types'
import { against, type Against, type Mark } from './against'
import type { BoxEditor, EditBox } from './useBoxEditor'

export interface DrawnBox extends EditBox {
  mark?: Mark | 'removed'
}

interface ShownBoxes {
  label: Ref<'all' | Box['label']>
  least: Ref<number>
  /** Whether what differs from the model is drawn. */
  compared: Ref<boolean>
  changes: ComputedRef<Against<EditBox>>
  boxes: ComputedRef<DrawnBox[]>
}

/** Which of the editor's boxes are drawn, and what they changed of the model's. The selected one always is. */
export function useShownBoxes(editor: BoxEditor, reading: () => Reading | null): ShownBoxes {
  const label = ref<'all' | Box['label']>('all')
  const least = ref(0)
  const compared = ref(false)
  const changes = computed(() => {
    const its = reading()
    return against(its?.model?.boxes ?? its?.boxes ?? [], editor.boxes.value)
  })
  const boxes = computed(() => {
    const shown: DrawnBox[] = editor.boxes.value.filter(
      (box) =>
        box.key === editor.selected.value?.key ||
        (box.score >= least.value && (label.value === 'all' || box.label === label.value)),
    )
    if (!compared.value) return shown
    const marked = shown.map((box) => ({ ...box, mark: changes.value.marks.get(box) ?? null }))
    const removed = changes.value.removed.map((box, index) => ({ ...box, key: -1 - index, mark: 'removed' as const }))
    return [...marked, ...removed]
  })
  return { label, least, compared, changes, boxes }
}
