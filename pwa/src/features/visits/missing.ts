import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { Answer, Product, Words } from '@/api/types'
import { readProducts } from '@/offline/counting/reads'
import { useEngine } from '@/offline/vue/session'

/** As many products as the server takes to an answer. */
export const MOST_MISSING = 30

/** A product whose place is empty; without a name while neither the server nor the catalogue here has told it. */
export interface Missing {
  id: string
  name: Words | null
}

/** The products that an answer names as missing, by the server's names or those of the catalogue on this device. */
export function missingOf(answer: Answer, known: ReadonlyMap<string, Product>): Missing[] {
  const told = new Map(answer.missingProducts.map(({ id, name }) => [id, name]))
  return answer.missingProductIds.map((id) => ({ id, name: told.get(id) ?? known.get(id)?.name ?? null }))
}

/** What is missing by the answers, checkpoint by checkpoint. */
export function useMissing(answers: () => readonly Answer[]): ComputedRef<Map<string, Missing[]>> {
  const engine = useEngine()
  const known = shallowRef<ReadonlyMap<string, Product>>(new Map())
  const ids = computed(() => answers().flatMap(({ missingProductIds }) => missingProductIds))
  watch(ids, async (named) => (known.value = await readProducts(engine, named)), { immediate: true })
  return computed(() => new Map(answers().map((answer) => [answer.checkpointId, missingOf(answer, known.value)])))
}
