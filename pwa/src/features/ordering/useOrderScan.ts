import { ref, type Ref } from 'vue'
import type { Words } from '@/api/types'
import { findProduct } from '@/offline/counting/find'
import type { Scanning } from '@/offline/device'
import type { StoreOrdering } from '@/offline/ordering/reads'
import { useEngine } from '@/offline/vue/session'
import { useFeedback } from '@/ui/scanner/feedback'
import type { OrderLine } from './lines'

/**
 * What was scanned last: the product of a line; or one that this source does not have, and the sources that do; or a
 * code that no product has.
 */
export interface Heard {
  code: string
  productId: string | null
  name: Words | null
  elsewhere: { id: string; name: string }[]
}

/** The sources other than one that supply a product to the store. */
export function suppliersOf({ told, offers }: StoreOrdering, productId: string, but: string): Heard['elsewhere'] {
  const has = new Set(
    [...told.lines, ...offers].flatMap((each) => (each.productId === productId ? [each.sourceId] : [])),
  )
  return told.sources.filter(({ id }) => id !== but && has.has(id)).map(({ id, name }) => ({ id, name }))
}

/** Find lines by scanning: what was not ordered yet is ordered once it is scanned. */
export function useOrderScan(
  known: () => StoreOrdering,
  lines: () => OrderLine[],
  scanning: () => Scanning,
  add: (line: OrderLine) => Promise<void>,
): { heard: Ref<Heard | null>; hear(code: string): Promise<void> } {
  const engine = useEngine()
  const feedback = useFeedback(scanning)
  const heard = ref<Heard | null>(null)
  return {
    heard,
    async hear(code) {
      const product = (await findProduct(engine, code, scanning().patterns))?.product
      const line = lines().find((each) => each.line.productId === product?.id)
      if (line?.quantity === 0) await add(line)
      const here = lines()[0]?.line.sourceId ?? ''
      heard.value = {
        code,
        productId: line?.line.productId ?? null,
        name: product?.name ?? null,
        elsewhere: product && !line ? suppliersOf(known(), product.id, here) : [],
      }
      if (line) feedback.good()
      else feedback.bad()
    },
  }
}
