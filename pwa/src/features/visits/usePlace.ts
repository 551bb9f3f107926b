import { nextTick, ref, watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Part } from './checklist'

/** Where in a checklist somebody is. */
export interface Place {
  /** The section that is shown, from 0. */
  index: Readonly<Ref<number>>
  /** Show another section, from its beginning. */
  go(to: number): Promise<void>
}

/**
 * The section is in the address, so that a reload and the way back from the summary lead to it; `?at=` brings to a
 * checkpoint, once the checklist is there.
 */
export function usePlace(parts: () => readonly Part[], bring: (checkpointId: string) => Promise<void>): Place {
  const [route, router] = [useRoute(), useRouter()]
  const { section, at } = route.query
  const index = ref(Number(section ?? 0) || 0)
  const stop = watch(
    parts,
    async (all) => {
      if (all.length === 0) return
      void nextTick(() => stop())
      if (typeof at !== 'string') return
      const found = all.findIndex(({ items }) => items.some(({ checkpoint }) => checkpoint.id === at))
      if (found < 0) return
      index.value = found
      await nextTick()
      await bring(at)
    },
    { immediate: true },
  )
  return {
    index,
    async go(to) {
      index.value = to
      await router.replace({ query: { section: String(to) } })
      // Wherever in the section before somebody was.
      scrollTo({ top: 0 })
    },
  }
}
