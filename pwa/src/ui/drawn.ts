import { computed, nextTick, shallowReactive, watch, type ComputedRef } from 'vue'

/** So few are all drawn at once, of more the first. */
const FEW = 6
const FIRST = 2
const AROUND = 2

/** Which of many cards are drawn. */
export interface Drawn {
  ids: ComputedRef<ReadonlySet<string>>
  /** Draw one that is about to be seen. */
  draw(id: string): void
  /** Draw one with its neighbours, so that it stays where it is brought to. */
  drawAround(id: string): Promise<void>
}

/**
 * Of many cards the first, and of the others those that somebody has come near to: a card takes a slow phone a twentieth
 * of a second, so fifty that nobody looks at are not made. What is drawn stays, with what was begun in it.
 * @param all the cards' ids, in their order
 * @param whose what the cards are of: with another one it begins anew
 */
export function useDrawn(all: () => readonly string[], whose: () => unknown): Drawn {
  const drawn = shallowReactive(new Set<string>())
  const add = (ids: readonly string[]) => ids.forEach((id) => drawn.add(id))
  const first = () => all().slice(0, all().length > FEW ? FIRST : FEW)
  const subject = computed(whose)
  watch(
    [subject, () => first().join()],
    ([now], [before]) => {
      if (now !== before) drawn.clear()
      add(first())
    },
    { immediate: true },
  )
  return {
    ids: computed(() => drawn),
    draw: (id) => drawn.add(id),
    async drawAround(id) {
      const at = all().indexOf(id)
      add(all().slice(Math.max(at - AROUND, 0), at + AROUND + 1))
      await nextTick()
    },
  }
}
