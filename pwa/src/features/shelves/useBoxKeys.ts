import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import { moved, resized } from '@/ui/boxes/edges'
import type { BoxEditor, Label } from '@/ui/boxes/useBoxEditor'

const STEP = 0.004
const ZOOM = 1.4
/** Pixels of the screen for a whole photo's width of steps. */
const PAN = 12_000
const WAYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

interface Stage {
  zoomBy(factor: number): void
  whole(): void
  pan(byX: number, byY: number): void
}

/**
 * The editor by keys: g and p draw, [ and ] walk, arrows move the box (with shift: resize it) or else the photo,
 * + and − enlarge and shrink, 0 shows all, Delete, Ctrl+Z, Ctrl+S.
 */
export function useBoxKeys(
  editor: BoxEditor,
  drawing: Ref<Label | null>,
  stage: () => Stage | null,
  save: () => void,
): void {
  const acts: Record<string, () => void> = {
    g: () => (drawing.value = 'gap'),
    p: () => (drawing.value = 'product'),
    '[': () => editor.step(-1),
    ']': () => editor.step(1),
    '+': () => stage()?.zoomBy(ZOOM),
    '=': () => stage()?.zoomBy(ZOOM),
    '-': () => stage()?.zoomBy(1 / ZOOM),
    '0': () => stage()?.whole(),
    Delete: () => editor.remove(),
    Backspace: () => editor.remove(),
    Escape: () => {
      if (drawing.value) drawing.value = null
      else editor.select(null)
    },
  }
  const commands: Record<string, () => void> = { z: () => editor.undo(), s: save }

  function nudge(key: string, resize: boolean): boolean {
    const [way, box] = [WAYS[key], editor.selected.value]
    if (!way) return false
    if (!box) {
      stage()?.pan(-way[0] * PAN, -way[1] * PAN)
      return true
    }
    editor.reshape(box.key, resize ? resized(box, ['x1', 'y1'], ...way) : moved(box, ...way))
    return true
  }
  function pressed(event: KeyboardEvent): void {
    if (event.target instanceof Element && event.target.closest('input, textarea, select, [role="dialog"]')) return
    const act = event.ctrlKey || event.metaKey ? commands[event.key] : acts[event.key]
    if (act) act()
    else if (!nudge(event.key, event.shiftKey)) return
    event.preventDefault()
  }
  onMounted(() => addEventListener('keydown', pressed))
  onBeforeUnmount(() => removeEventListener('keydown', pressed))
}
