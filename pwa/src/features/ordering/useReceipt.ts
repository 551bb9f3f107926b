import { computed, ref, type ComputedRef, type Ref } from 'vue'
import type { Fulfilment } from '@/api/types'
import { findProduct } from '@/offline/counting/find'
import type { Scanning } from '@/offline/device'
import { receiptDraft } from '@/offline/ordering/receiving/drafts'
import { receiptForm, receiptKey, type ArrivedEdit, type ReceiptForm } from '@/offline/ordering/receiving/forms'
import type { Command } from '@/offline/records'
import { useForm } from '@/offline/vue/form'
import { useEngine } from '@/offline/vue/session'
import { useFeedback } from '@/ui/scanner/feedback'
import {
  arrivalOf,
  comingLines,
  countedIn,
  photosOf,
  receiptTotals,
  spokenArrivals,
  withLine,
  withoutLine,
  type Arrival,
  type ReceiptTotals,
} from './arrivals'

/** What was scanned last: a product of this delivery, or a code that it has nothing for. */
export interface HeardGoods {
  code: string
  productId: string | null
  /** So many thousandths more than the warehouse has loaded. */
  aside: number
}

/** A delivery that is being taken in: kept on the phone as it is, and sent when it is confirmed. */
export interface Receipt {
  form: ComputedRef<ReceiptForm | null>
  arrivals: ComputedRef<Arrival[]>
  totals: ComputedRef<ReceiptTotals>
  heard: Ref<HeardGoods | null>
  hear(code: string): Promise<void>
  set(lineId: string, change: Partial<ArrivedEdit>): Promise<void>
  asSent(lineId: string): Promise<void>
  say(change: Partial<Pick<ReceiptForm, 'rest' | 'place' | 'note' | 'counting'>>): Promise<void>
  send(): Promise<void>
}

interface Known {
  order: Fulfilment
  shipmentId: string | null
  refused: Command | null
}

export function useReceipt(known: () => Known, scanning: () => Scanning): Receipt {
  const engine = useEngine()
  const feedback = useFeedback(scanning)
  const { order, shipmentId, refused } = known()
  const key = receiptKey(order.id, shipmentId)
  const { form, change } = useForm<ReceiptForm>(key, () => receiptForm(refused))
  const heard = ref<HeardGoods | null>(null)
  let sending = false
  const lines = computed(() => comingLines(known().order, shipmentId))
  const arrivals = computed(() => {
    const now = form.value
    return now === null ? [] : lines.value.map((line) => arrivalOf(line, now, known().order.overPercent))
  })
  return {
    form: computed(() => form.value),
    arrivals,
    totals: computed(() => receiptTotals(arrivals.value)),
    heard,
    async hear(code) {
      const found = await findProduct(engine, code, scanning().patterns)
      const productId = lines.value.find((line) => line.productId === found?.product.id)?.productId ?? null
      let aside = 0
      if (found && productId !== null && form.value?.counting === true) {
        await change((before) => {
          const counted = countedIn(before, lines.value, productId, Math.round(found.quantity * 1_000))
          aside = counted.aside
          return counted.form
        })
      }
      heard.value = { code, productId, aside }
      // Heard only when it is kept.
      if (productId !== null && aside === 0) feedback.good()
      else feedback.bad()
    },
    set: (lineId, edit) => change((before) => withLine(before, lineId, edit)),
    asSent: (lineId) => change((before) => withoutLine(before, lineId)),
    say: (what) => change((before) => ({ ...before, ...what })),
    async send() {
      if (sending) return
      sending = true
      await change((now) => now) // on the disk, whatever happens from here on
      if (form.value === null) return
      const spoken = spokenArrivals(arrivals.value, form.value.rest)
      const photos = photosOf(form.value, arrivals.value)
      await engine.enqueue(receiptDraft(known().order, shipmentId, form.value, spoken), photos, key)
    },
  }
}
