import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { Answer, Product, Words } from '@/api/types'
import { readProducts } from '@/offline/counting/reads'
import type { Seen } from '@/ui/seenText'
import { useEngine } from '@/offline/vue/session'

/** As many products as the server takes to an answer. */
export const MOST_MISSING = 30
const MOST_SEEN = 1_000_000

/** A product that an answer names; without a name while neither the server nor the catalogue here has told it. */
export interface Missing extends Seen {
  id: string
  name: Words | null
}

/** An amount as it is typed: null for none, undefined for what is no amount of goods. */
export function seenAmount(typed: string): string | null | undefined {
  const text = typed.trim().replace('，', '.').replace(',', '.')
  if (text === '') return null
  return /^\d{1,7}(\.\d{1,3})?$/.test(text) && Number(text) > 0 && Number(text) <= MOST_SEEN ? text : undefined
}

/** The products that an answer names as missing, by the server's names or those of the catalogue on this device. */
export function missingOf(answer: Answer, known: ReadonlyMap<string, Product>): Missing[] {
  const told = new Map(answer.missingProducts.map((product) => [product.id, product]))
  const seen = new Map(answer.productsSeen.map((each) => [each.productId, each]))
  return answer.missingProductIds.map((id) => {
    const [its, product] = [seen.get(id), told.get(id) ?? known.get(id)]
    return {
      id,
      name: product?.name ?? null,
      unitName: product?.unitName ?? null,
      quantity: its?.quantity ?? null,
      lotCode: its?.lotCode ?? null,
      expiresOn: its?.expiresOn ?? null,
    }
  })
}

/** What is missing by the answers, checkpoint by checkpoint. */
export function useMissing(answers: () => readonly Answer[]): ComputedRef<Map<string, Missing[]>> {
  const engine = useEngine()
  const known = shallowRef<ReadonlyMap<string, Product>>(new Map())
  const ids = computed(() => answers().flatMap(({ missingProductIds }) => missingProductIds))
  watch(ids, async (named) => (known.value = await readProducts(engine, named)), { immediate: true })
  return computed(() => new Map(answers().map((answer) => [answer.checkpointId, missingOf(answer, known.value)])))
}
