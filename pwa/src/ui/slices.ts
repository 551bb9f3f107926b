import { computed, nextTick, onUnmounted, ref, watch, type ComputedRef } from 'vue'

const FIRST = 6
const MORE = 4

/**
 * Of many cards the first at once and the others a few a frame, so that what a person tapped shows without waiting for
 * all that lies below it.
 * @param whose what the cards are of: with another one it begins anew
 */
export function useSlices<T>(
  items: () => readonly T[],
  whose: () => unknown,
): { shown: ComputedRef<readonly T[]>; whole(): Promise<void> } {
  const count = ref(FIRST)
  let frame = 0
  function grow(): void {
    if (count.value >= items().length) return
    frame = requestAnimationFrame(() => {
      count.value += MORE
      // The next ones after these are drawn.
      void nextTick(grow)
    })
  }
  const stop = () => cancelAnimationFrame(frame)
  watch(
    [whose, () => items().length],
    ([now], [before]) => {
      stop()
      if (now !== before) count.value = FIRST
      grow()
    },
    { immediate: true },
  )
  onUnmounted(stop)
  return {
    shown: computed(() => items().slice(0, count.value)),
    async whole() {
      stop()
      count.value = Math.max(count.value, items().length)
      await nextTick()
    },
  }
}
