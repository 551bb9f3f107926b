import { computed, type ComputedRef, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** A filter that lives in the page's address, so that it can be shared and survives a reload. */
export function useFilter(name: string): WritableComputedRef<string> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => {
      const value = route.query[name]
      return typeof value === 'string' ? value : ''
    },
    set: (value) => void router.replace({ query: { ...route.query, [name]: value === '' ? undefined : value } }),
  })
}

export interface Details {
  /** The id in the address, when a detail is open beside the list. */
  current: ComputedRef<string | null>
  open(id: string): void
  close(): void
}

/** Opens a list's details in a drawer that has its own address below the list's; the list's filters stay. */
export function useDetails(list: string, detail: string): Details {
  const route = useRoute()
  const router = useRouter()
  const current = computed(() => {
    const id = route.params['id']
    return typeof id === 'string' ? id : null
  })
  return {
    current,
    open(id) {
      const to = { name: detail, params: { id }, query: route.query }
      // Going from one detail to the next is not a step that "back" should retrace.
      void (current.value === null ? router.push(to) : router.replace(to))
    },
    close: () => void router.push({ name: list, query: route.query }),
  }
}
