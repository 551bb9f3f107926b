import type { ComputedRef, Ref } from 'vue'
import { computed, ref } from 'vue'
import type { Product } from '@/api/types'
import { findProduct } from '@/offline/counting/find'
import { rounded } from '@/offline/counting/line'
import type { Scanning } from '@/offline/device'
import type { RequestForm, Wanted } from '@/offline/transfers/forms'
import type { KeptForm } from '@/offline/vue/form'
import { useEngine } from '@/offline/vue/session'
import { useFeedback } from '@/ui/scanner/feedback'

const without = (all: string[], code: string) => all.filter((each) => each !== code)

function withGoods(form: RequestForm, product: Product, quantityOf: (before: number) => number): RequestForm {
  const place = form.goods.findIndex((each) => each.product.id === product.id)
  const others = form.goods.filter((each) => each.product.id !== product.id)
  const quantity = rounded(quantityOf(form.goods[place]?.quantity ?? 0))
  return { ...form, goods: others.toSpliced(Math.max(0, place), 0, { product, quantity }) }
}

/** The goods of a request, put together by scanning and searching. */
export function useWanted(
  { form, change }: KeptForm<RequestForm>,
  scanning: () => Scanning,
): {
  goods: ComputedRef<Wanted[]>
  /** The last code, if nobody knew it. */
  unknown: Ref<string>
  hear(code: string): Promise<void>
  add(product: Product, by: number): Promise<void>
  set(product: Product, quantity: number): Promise<void>
  remove(product: Product): Promise<void>
  forget(code: string): Promise<void>
} {
  const engine = useEngine()
  const feedback = useFeedback(scanning)
  const unknown = ref('')
  const add = (product: Product, by: number) => change((before) => withGoods(before, product, (had) => had + by))
  return {
    goods: computed(() => form.value?.goods ?? []),
    unknown,
    async hear(code) {
      const found = await findProduct(engine, code, scanning().patterns)
      if (found) await add(found.product, found.quantity)
      else await change((before) => ({ ...before, unknown: [code, ...without(before.unknown, code)] }))
      unknown.value = found ? '' : code
      // Heard only when it is kept.
      if (found) feedback.good()
      else feedback.bad()
    },
    add,
    set: (product, quantity) => change((before) => withGoods(before, product, () => quantity)),
    remove: (product) =>
      change((before) => ({ ...before, goods: before.goods.filter((each) => each.product.id !== product.id) })),
    forget: (code) => change((before) => ({ ...before, unknown: without(before.unknown, code) })),
  }
}
