import { computed, onBeforeUnmount, onMounted, ref, type ComputedRef, type Ref } from 'vue'

/** The height of a row with its two lines, the width of a cell, and that of the names beside them. */
export const ROW_PX = 46
export const CELL_PX = 48
export const NAME_PX = 216
const SPARE = 4

export interface Span {
  first: number
  last: number
}

interface Sight {
  /** `places`: so many rows are drawn at most; it only grows. */
  rows: ComputedRef<Span & { places: number }>
  columns: ComputedRef<Span>
  /** Scroll so that a cell is drawn and not below the names. */
  reach(row: number, column: number): void
}

const span = (from: number, length: number, size: number, most: number): Span => ({
  first: Math.max(0, Math.min(Math.floor(from / size) - SPARE, most - 1)),
  last: Math.min(most, Math.ceil((from + length) / size) + SPARE),
})
/** The same object while it says the same, so that rows that are drawn are not drawn again. */
const kept = (before: Span | undefined, now: Span): Span =>
  before?.first === now.first && before.last === now.last ? before : now

/** Which cells of a large table are in sight, some to spare on every side. */
export function useSight(
  box: Readonly<Ref<HTMLElement | null>>,
  count: () => { rows: number; columns: number },
): Sight {
  const at = ref({ top: 0, left: 0, width: 1600, height: 800 })
  const rows = computed<Span & { places: number }>((before) => {
    const now = span(at.value.top, at.value.height, ROW_PX, count().rows)
    const most = Math.ceil(at.value.height / ROW_PX) + 2 * SPARE + 1
    const places = Math.max(before?.places ?? 0, most)
    return before?.places === places && kept(before, now) === before ? before : { ...now, places }
  })
  const columns = computed<Span>((before) =>
    kept(before, span(at.value.left, at.value.width - NAME_PX, CELL_PX, count().columns)),
  )
  const look = () => {
    const { scrollTop = 0, scrollLeft = 0, clientWidth = 1600, clientHeight = 800 } = box.value ?? {}
    at.value = { top: scrollTop, left: scrollLeft, width: clientWidth, height: clientHeight }
  }
  const sizes = new ResizeObserver(look)
  onMounted(() => {
    look()
    box.value?.addEventListener('scroll', look, { passive: true })
    if (box.value) sizes.observe(box.value)
  })
  onBeforeUnmount(() => {
    box.value?.removeEventListener('scroll', look)
    sizes.disconnect()
  })
  return {
    rows,
    columns,
    reach(row, column) {
      const { top, left, width, height } = at.value
      const [below, beside] = [row * ROW_PX, column * CELL_PX]
      box.value?.scrollTo({
        top: row < 0 || (below >= top && below < top + height / 2) ? top : Math.max(0, below - height / 4),
        left: beside >= left && beside + CELL_PX <= left + width - NAME_PX ? left : Math.max(0, beside - CELL_PX),
      })
      look()
    },
  }
}
