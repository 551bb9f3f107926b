import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import type { Product, Words } from '@/api/types'
import { findProduct } from '@/offline/counting/find'
import { rounded } from '@/offline/counting/line'
import type { Scanning } from '@/offline/device'
import type { Extra, Tally } from '@/offline/transfers/forms'
import type { KeptForm } from '@/offline/vue/form'
import { useEngine } from '@/offline/vue/session'
import { useFeedback } from '@/ui/scanner/feedback'
import { put, scanned, type Heard, type Slot } from './tally'

/** What the last scan came to, where it was not simply counted. */
interface Aside {
  why: Extra['why']
  name: Words | null
  code: string
}

/** Goods of a transfer being scanned. */
export interface Scans {
  aside: Readonly<ShallowRef<Aside | null>>
  /** The product that was scanned last, and the lots of it that there are. */
  current: ComputedRef<{ product: Product; slots: Slot[] } | null>
  /** Which of its lots scans and keys go to. */
  chosen: Ref<string | null>
  hear(code: string): Promise<void>
  /** More or less of the chosen one. */
  add(change: number): Promise<void>
}

export function useTally<Form extends Tally>(
  { form, change }: KeptForm<Form>,
  slots: () => Slot[],
  scanning: () => Scanning,
): Scans {
  const engine = useEngine()
  const feedback = useFeedback(scanning)
  const aside = shallowRef<Aside | null>(null)
  const product = shallowRef<Product | null>(null)
  const chosen = ref<string | null>(null)
  const current = computed(() => {
    const its = slots().filter(({ productId }) => productId === product.value?.id)
    return product.value && its.length > 0 ? { product: product.value, slots: its } : null
  })
  let tail: Promise<unknown> = Promise.resolve()
  /** Codes come faster than they are looked up, and each is counted after the one before. */
  function inTurn(act: () => Promise<void>): Promise<void> {
    const turn = tail.then(act)
    tail = turn.catch(() => undefined)
    return turn
  }
  async function take(heard: Heard): Promise<void> {
    const outcome: { slot: string | null; why: Extra['why'] | null } = { slot: null, why: null }
    await change((before) => {
      const its = scanned(before, slots(), heard, chosen.value)
      Object.assign(outcome, { slot: its.slot, why: its.why })
      return its.form
    })
    product.value = outcome.slot === null ? null : heard.product
    chosen.value = outcome.slot
    aside.value = outcome.why && { why: outcome.why, name: heard.product?.name ?? null, code: heard.code }
    // Heard only when it is kept.
    if (outcome.why === null) feedback.good()
    else feedback.bad()
  }
  return {
    aside,
    current,
    chosen,
    hear: (code) =>
      inTurn(async () => {
        const found = await findProduct(engine, code, scanning().patterns)
        await take({ code, product: found?.product ?? null, quantity: found?.quantity ?? 1 })
      }),
    add: (by) =>
      inTurn(async () => {
        const [id, heard] = [chosen.value, product.value]
        if (id === null || heard === null || form.value === null) return
        if (by > 0) await take({ code: heard.barcodes[0] ?? heard.code, product: heard, quantity: by })
        else await change((before) => put(before, id, rounded((before.counted[id] ?? 0) + by)))
      }),
  }
}
