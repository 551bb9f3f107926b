import { computed, onBeforeUnmount, onMounted, ref, type ComputedRef, type Ref } from 'vue'

/** The height of a row with its two lines. */
export const ROW_PX = 46
const SPARE = 6

interface Rows {
  shown: ComputedRef<{ first: number; last: number }>
  /** The height of the rows that are not drawn. */
  above: ComputedRef<number>
  below: ComputedRef<number>
  /** Scroll so that a row will be drawn. */
  reach(row: number): void
}

/** Which rows of a long table are in sight, some to spare above and below. */
export function useRows(box: Readonly<Ref<HTMLElement | null>>, count: () => number): Rows {
  const top = ref(0)
  const height = ref(800)
  const shown = computed(() => {
    const first = Math.max(0, Math.min(Math.floor(top.value / ROW_PX) - SPARE, count() - 1))
    return { first, last: Math.min(count(), Math.ceil((top.value + height.value) / ROW_PX) + SPARE) }
  })
  const look = () => {
    top.value = box.value?.scrollTop ?? 0
    height.value = box.value?.clientHeight ?? height.value
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
    shown,
    above: computed(() => shown.value.first * ROW_PX),
    below: computed(() => (count() - shown.value.last) * ROW_PX),
    reach(row) {
      if (row >= shown.value.first && row < shown.value.last) return
      box.value?.scrollTo({ top: row * ROW_PX })
      look()
    },
  }
}
