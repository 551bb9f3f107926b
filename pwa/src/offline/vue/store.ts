import { computed, type ComputedRef } from 'vue'
import type { Store } from '@/api/types'
import { readStores } from '../reads'
import { useLive } from './live'
import { useEngine } from './session'

/** The store the person is looking at, kept on the device; null: all of them. Switching changes no queued command. */
export function useCurrentStore(): {
  stores: ComputedRef<Store[]>
  current: ComputedRef<Store | null>
  choose(id: string | null): Promise<void>
} {
  const engine = useEngine()
  const state = useLive(async (live) => ({
    stores: await readStores(live),
    id: (await live.db.get('facts', 'storeId')) ?? null,
  }))
  return {
    stores: computed(() => state.value?.stores ?? []),
    current: computed(() => state.value?.stores.find(({ id }) => id === state.value?.id) ?? null),
    async choose(id) {
      if (id === null) await engine.db.delete('facts', 'storeId')
      else await engine.db.put('facts', id, 'storeId')
      engine.changed()
    },
  }
}
