import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { moved, WHOLE, zoomed, type View } from './panZoom'

const SWIPE_PX = 60
const STEP_PX = 60
const STEP = 1.25
const DOUBLE_TAP = 2.5

/** Pinch, drag, wheel, double tap and keys over one element; a swipe over the whole picture turns to the next. */
export function usePanZoom(
  box: Ref<HTMLElement | null>,
  swipe: (by: 1 | -1) => void,
): {
  transform: ComputedRef<string>
  magnified: ComputedRef<boolean>
  down(event: PointerEvent): void
  move(event: PointerEvent): void
  up(event: PointerEvent): void
  wheel(event: WheelEvent): void
  double(event: MouseEvent): void
  key(event: KeyboardEvent): void
} {
  const view = ref<View>(WHOLE)
  const fingers = new Map<number, { x: number; y: number }>()
  let begun: { x: number; y: number } | null = null

  const size = () => box.value?.getBoundingClientRect() ?? new DOMRect()
  const zoom = (factor: number, at: { x: number; y: number }) => (view.value = zoomed(view.value, factor, at, size()))
  const pan = (dx: number, dy: number) => (view.value = moved(view.value, dx, dy, size()))
  function at(event: MouseEvent): { x: number; y: number } {
    const { left, top, width, height } = size()
    return { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 }
  }

  function move(event: PointerEvent): void {
    const before = fingers.get(event.pointerId)
    if (!before) return
    const now = at(event)
    fingers.set(event.pointerId, now)
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1]
    if (other) {
      const apart = (one: { x: number; y: number }) => Math.hypot(one.x - other.x, one.y - other.y)
      zoom(apart(now) / Math.max(1, apart(before)), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 })
    } else pan(now.x - before.x, now.y - before.y)
  }
  function up(event: PointerEvent): void {
    const ended = at(event)
    fingers.delete(event.pointerId)
    if (begun && view.value.scale === 1) {
      const [dx, dy] = [ended.x - begun.x, ended.y - begun.y]
      if (Math.abs(dx) > SWIPE_PX && Math.abs(dx) > 2 * Math.abs(dy)) swipe(dx < 0 ? 1 : -1)
    }
    begun = null
  }
  const centre = { x: 0, y: 0 }
  const keys: Record<string, () => void> = {
    '+': () => zoom(STEP, centre),
    '=': () => zoom(STEP, centre),
    '-': () => zoom(1 / STEP, centre),
    '0': () => (view.value = WHOLE),
  }
  const arrows: Record<string, () => void> = {
    ArrowLeft: () => pan(STEP_PX, 0),
    ArrowRight: () => pan(-STEP_PX, 0),
    ArrowUp: () => pan(0, STEP_PX),
    ArrowDown: () => pan(0, -STEP_PX),
  }

  return {
    transform: computed(() => `translate(${view.value.x}px, ${view.value.y}px) scale(${view.value.scale})`),
    magnified: computed(() => view.value.scale > 1),
    down(event) {
      // A second finger makes it a pinch, which is no swipe.
      begun = fingers.size === 0 ? at(event) : null
      fingers.set(event.pointerId, at(event))
      box.value?.setPointerCapture(event.pointerId)
    },
    move,
    up,
    wheel: (event) => zoom(Math.exp(-event.deltaY * 0.0015), at(event)),
    double: (event) => zoom(view.value.scale > 1 ? 1 / view.value.scale : DOUBLE_TAP, at(event)),
    key(event) {
      // The arrows move a magnified picture; over a whole one they are left to whoever turns the pages.
      const act = keys[event.key] ?? (view.value.scale > 1 ? arrows[event.key] : undefined)
      if (!act) return
      act()
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
