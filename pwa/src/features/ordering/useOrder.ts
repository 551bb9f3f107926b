import { computed, type ComputedRef } from 'vue'
import { newId } from '@/api/ids'
import type { DeviationReason, OrderDetail, OrderLineForm, SetOrderLinesForm, SuggestionLine } from '@/api/types'
import { lineDrafts, openDraft, submitDraft, type Meant } from '@/offline/ordering/drafts'
import type { Edit, OrderForm } from '@/offline/ordering/forms'
import type { SourceView } from '@/offline/ordering/overlay'
import type { StoreOrdering } from '@/offline/ordering/reads'
import { useForm } from '@/offline/vue/form'
import { useEngine } from '@/offline/vue/session'
import {
  besideLine,
  decimal,
  lineOf,
  thousandths,
  totalsOf,
  type OrderLine,
  type ReasonRule,
  type Totals,
} from './lines'

/** An order that somebody fills: kept on the phone as it is, and sent in order when it is submitted. */
export interface FilledOrder {
  lines: ComputedRef<OrderLine[]>
  totals: ComputedRef<Totals>
  note: ComputedRef<string>
  ready: ComputedRef<boolean>
  /** It adds to what went off today. */
  adds: ComputedRef<boolean>
  set(line: SuggestionLine, quantity: number, reason?: DeviationReason | null): Promise<void>
  explain(line: SuggestionLine, reason: DeviationReason): Promise<void>
  say(note: string): Promise<void>
  /** Keep its commands, in their order; the form goes with the last one. */
  submit(urgent: boolean): Promise<void>
}

/** What an order that came back, or was begun elsewhere, has otherwise than it would begin with. */
export function editsOf(
  lines: SuggestionLine[],
  order: Pick<OrderDetail, 'lines'> | null,
  adds = false,
): Record<string, Edit> {
  const there = new Map(order?.lines.map((each) => [each.productId, each]))
  const edits: Record<string, Edit> = {}
  if (order === null) return edits
  for (const { productId, quantity: suggested } of lines) {
    const line = there.get(productId)
    const quantity = thousandths(line?.quantity ?? '0')
    const reason = line?.reason ?? null
    if (quantity !== (adds ? 0 : thousandths(suggested)) || reason !== null) edits[productId] = { quantity, reason }
  }
  return edits
}

/**
 * What is said of lines: all that is ordered, was suggested, or was changed; a zero says that it is not wanted. Of an
 * addition to what went off today only what somebody put into it.
 */
export function spoken(lines: OrderLine[], adds = false): OrderLineForm[] {
  return lines
    .filter((each) => each.quantity > 0 || each.changed || (!adds && (each.suggested > 0 || each.line.mustOrder)))
    .map(({ line, quantity, reason }) => ({ productId: line.productId, quantity: decimal(quantity), reason }))
}

/**
 * What was to be sent under a key and was not taken, as it was filled: nothing has to be typed again. Its lines may have
 * been taken where its submission was not.
 */
export function recovered(
  { lane, taken }: Pick<SourceView, 'lane' | 'taken'>,
  suggestions: SuggestionLine[],
): Pick<OrderForm, 'id' | 'edits'> | null {
  const id = lane.flatMap(({ path }) => /^\/api\/orders\/([^/]+)\/(?:lines|submission)$/.exec(path)?.[1] ?? [])[0]
  if (id === undefined) return null
  const suggested = new Map(suggestions.map(({ productId, quantity }) => [productId, thousandths(quantity)]))
  const said = [...taken, ...lane]
    .filter(({ kind, path }) => kind === 'order.lines' && path === `/api/orders/${id}/lines`)
    .flatMap(({ body }) => (body as unknown as SetOrderLinesForm).lines)
  const last = new Map(said.map((line) => [line.productId, line]))
  const edits: Record<string, Edit> = {}
  for (const [productId, line] of last) {
    const [quantity, reason] = [thousandths(line.quantity), line.reason ?? null]
    if (quantity !== suggested.get(productId) || reason !== null) edits[productId] = { quantity, reason }
  }
  return { id, edits }
}

export function useOrder(known: () => StoreOrdering, view: () => SourceView): FilledOrder {
  const engine = useEngine()
  const { key, source } = view()
  const rule = computed((): ReasonRule => {
    const { reasonPercent, reasonCents } = known().told
    return { percent: reasonPercent, cents: reasonCents }
  })
  const ours = ({ sourceId }: { sourceId: string }) => sourceId === source.id
  const beside = computed(() => known().offers.filter(ours).map(besideLine))
  const suggestions = computed(() => [...known().told.lines.filter(ours), ...beside.value])
  const begun = () => known().open.find(({ id }) => id === view().order?.id) ?? null
  const { form, change } = useForm<OrderForm>(key, () => {
    const there = begun()
    const kept = recovered(view(), suggestions.value)
    if (kept !== null && (Object.keys(kept.edits).length > 0 || there === null))
      return { ...kept, note: '', again: view().sent.length > 0 }
    const adds = view().sent.length > 0
    const edits = editsOf(suggestions.value, there, adds)
    return { id: there?.id ?? newId(), edits, note: there?.note ?? '', again: adds }
  })
  const lines = computed(() => {
    const filled = form.value ?? { edits: {}, again: view().sent.length > 0 }
    const besides = new Set(beside.value.map(({ productId }) => productId))
    return suggestions.value.map((line) => lineOf(line, filled, rule.value, besides.has(line.productId)))
  })
  const edit = (productId: string, make: (before: Edit | undefined) => Edit) =>
    change((now) => ({ ...now, edits: { ...now.edits, [productId]: make(now.edits[productId]) } }))
  /** What was refused or waits unsent gives way to the whole order as it is now. */
  async function clear(): Promise<void> {
    for (const { seq, state, attempts } of view().lane) {
      if (state === 'refused' || (state === 'waiting' && attempts === 0)) await engine.queue.discard(seq)
    }
  }
  return {
    lines,
    totals: computed(() => totalsOf(lines.value)),
    note: computed(() => form.value?.note ?? ''),
    ready: computed(() => form.value !== null),
    adds: computed(() => form.value?.again === true),
    set: (line, quantity, reason) =>
      edit(line.productId, (before) => ({
        quantity,
        reason: reason === undefined ? (before?.reason ?? null) : reason,
      })),
    explain: (line, reason) =>
      edit(line.productId, (before) => ({ quantity: before?.quantity ?? thousandths(line.quantity), reason })),
    say: (note) => change((now) => ({ ...now, note })),
    async submit(urgent) {
      await change((now) => now) // on the disk, whatever happens from here on
      if (form.value === null) return
      const { store, told } = known()
      const { id } = begun() ?? form.value
      const meant: Meant = {
        id,
        storeId: store.id,
        sourceId: source.id,
        day: told.day,
        name: `${store.name} · ${source.name}`,
      }
      await clear()
      if (begun() === null) await engine.enqueue(openDraft(meant))
      for (const draft of lineDrafts(meant, spoken(lines.value, form.value.again))) await engine.enqueue(draft)
      await engine.enqueue(submitDraft(meant, urgent, form.value.note.trim()), [], key)
    },
  }
}
