import { onUnmounted, ref, watch, type ObjectDirective, type Ref } from 'vue'

/** How far outside the screen something counts as about to be seen. */
const AHEAD = '400px 0px'

const told = new WeakMap<Element, (near: boolean) => void>()
let observer: IntersectionObserver | null = null

/** One observer for all: hundreds of photos would otherwise be looked at by one each. */
const watching = (): IntersectionObserver =>
  (observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) told.get(target)?.(isIntersecting)
    },
    { rootMargin: AHEAD },
  ))

function observe(element: Element, tell: (near: boolean) => void): void {
  told.set(element, tell)
  watching().observe(element)
}
function unobserve(element: Element): void {
  watching().unobserve(element)
  told.delete(element)
}

/** Whether an element is on the screen or about to be. */
export function useNear(element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<boolean>> {
  const near = ref(false)
  watch(element, (now, before) => {
    if (before) unobserve(before)
    if (now) observe(now, (is) => (near.value = is))
  })
  onUnmounted(() => {
    if (element.value) unobserve(element.value)
  })
  return near
}

/** `v-near="act"`: act once the element is about to be seen. */
export const vNear: ObjectDirective<HTMLElement, () => void> = {
  mounted(element, { value }) {
    observe(element, (is) => {
      if (is) value()
    })
  },
  unmounted: unobserve,
}
