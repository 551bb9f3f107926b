import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Product } from '@/api/types'
import { findProduct } from '@/offline/counting/find'
import { rounded } from '@/offline/counting/line'
import type { Scanning } from '@/offline/device'
import { useEngine } from '@/offline/vue/session'
import { useFeedback } from '@/ui/scanner/feedback'

/** So much of a product, asked for. */
export interface Wanted {
  product: Product
  quantity: number
}

/** The goods of a request, put together by scanning and searching; the latest on top. */
export function useWanted(scanning: () => Scanning): {
  goods: ShallowRef<Wanted[]>
  /** The last code that nobody knew. */
  unknown: Ref<string>
  hear(code: string): Promise<void>
  add(product: Product, change: number): void
  set(product: Product, quantity: number): void
  remove(product: Product): void
} {
  const engine = useEngine()
  const feedback = useFeedback(scanning)
  const goods = shallowRef<Wanted[]>([])
  const unknown = ref('')

  function set(product: Product, quantity: number): void {
    const others = goods.value.filter((each) => each.product.id !== product.id)
    const place = goods.value.findIndex((each) => each.product.id === product.id)
    goods.value = others.toSpliced(Math.max(0, place), 0, { product, quantity: rounded(quantity) })
  }
  function add(product: Product, change: number): void {
    const before = goods.value.find((each) => each.product.id === product.id)?.quantity ?? 0
    set(product, before + change)
  }
  return {
    goods,
    unknown,
    async hear(code) {
      const found = await findProduct(engine, code, scanning().patterns)
      unknown.value = found ? '' : code
      if (!found) {
        feedback.bad()
        return
      }
      add(found.product, found.quantity)
      feedback.good()
    },
    add,
    set,
    remove: (product) => (goods.value = goods.value.filter((each) => each.product.id !== product.id)),
  }
}
