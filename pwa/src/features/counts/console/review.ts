import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { debounced } from '@/api/debounce'
import { onChange, useLive } from '@/api/console/live'
import { useListing, type Listing } from '@/api/console/resource'
import { useDesk } from '@/api/console/session'
import type { Count, Variance, Variances } from '@/api/console/types'

interface Review extends Listing<Variance> {
  /** What all variances add up to, whichever are shown. */
  totals: ShallowRef<Variances['totals'] | null>
}

const PAGE = 50
/** Every sale at the store may change a variance; measuring them anew is work, so a busy till is not followed live. */
const SALES = { quietMs: 3000, longestMs: 20_000 }

/** The variances of a count by group, the dearest first, measured anew as facts arrive. */
export function useVariances(count: () => Count, which: () => string): Review {
  const { api } = useDesk()
  const totals = shallowRef<Variances['totals'] | null>(null)
  const { id, storeId } = count()
  const listing = useListing<Variance>(
    async (cursor) => {
      const query = { which: which() || 'all', limit: PAGE, cursor }
      const page = await api.read<Variances>('/api/counts/{id}/variances', { path: { id }, query })
      totals.value = page.totals
      return page
    },
    { of: which },
  )
  onChange(
    ['counts.', 'stock.variance_explained'],
    () => void listing.reload(),
    () => id,
  )
  const sold = debounced(() => void listing.reload(), SALES)
  const stop = useLive().listen((notice) => {
    const here = notice?.storeId === storeId && /^(stock|sales)\./.test(notice.kind)
    if (here && count().status === 'submitted') sold.call()
  })
  onScopeDispose(() => {
    stop()
    sold.cancel()
  })
  return { ...listing, totals }
}

interface Picks {
  /** The chosen ones among the rows that are shown. */
  chosen: ComputedRef<Variance[]>
  has(id: string): boolean
  turn(id: string): void
  /** Choose all that are shown, or none when some are. */
  turnAll(): void
  clear(): void
}

/** Rows chosen for one step of many. */
export function usePicks(rows: Ref<Variance[] | null>): Picks {
  const ids = ref(new Set<string>())
  const chosen = computed(() => (rows.value ?? []).filter(({ productId }) => ids.value.has(productId)))
  const clear = () => (ids.value = new Set())
  watch(
    () => rows.value === null,
    (gone) => {
      if (gone) clear()
    },
  )
  return {
    chosen,
    has: (id) => ids.value.has(id),
    turn(id) {
      const next = new Set(ids.value)
      if (!next.delete(id)) next.add(id)
      ids.value = next
    },
    turnAll() {
      ids.value = new Set(chosen.value.length > 0 ? [] : (rows.value ?? []).map(({ productId }) => productId))
    },
    clear,
  }
}
