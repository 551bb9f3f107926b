import { onUnmounted, ref, watch, type Ref } from 'vue'

/** How far outside the screen something counts as about to be seen. */
const AHEAD = '600px 0px'

/** Whether an element is on the screen or about to be. */
export function useNear(element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<boolean>> {
  const near = ref(false)
  const observer = new IntersectionObserver(
    (entries) => {
      const last = entries.at(-1)
      if (last) near.value = last.isIntersecting
    },
    { rootMargin: AHEAD },
  )
  watch(element, (now, before) => {
    if (before) observer.unobserve(before)
    if (now) observer.observe(now)
  })
  onUnmounted(() => observer.disconnect())
  return near
}
