import { ref, type Ref } from 'vue'
import { findProduct } from '@/offline/counting/find'
import type { Scanning } from '@/offline/device'
import { useEngine } from '@/offline/vue/session'
import { useFeedback } from '@/ui/scanner/feedback'
import type { OrderLine } from './lines'

/** What was scanned last: the product of a line, or a code that this source has nothing for. */
export interface Heard {
  productId: string | null
  code: string
}

/** Find lines by scanning: what was not ordered yet is ordered once it is scanned. */
export function useOrderScan(
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
      heard.value = { productId: line?.line.productId ?? null, code }
      if (line) feedback.good()
      else feedback.bad()
    },
  }
}
