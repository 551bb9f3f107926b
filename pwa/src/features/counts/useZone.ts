import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { CountZone, Product } from '@/api/types'
import { findProduct } from '@/offline/counting/find'
import {
  rounded,
  stepped,
  unstepped,
  type CountLine,
  type Place,
  type ScanSource,
  type Thing,
} from '@/offline/counting/line'
import { readCounting, readProducts, type Counting } from '@/offline/counting/reads'
import type { Scanning } from '@/offline/device'
import type { CapturedPhoto } from '@/offline/engine'
import { useLive } from '@/offline/vue/live'
import { useEngine } from '@/offline/vue/session'
import { useFeedback } from '@/ui/scanner/feedback'
import { asideOf, type Aside } from './progress'

/** A thing as the screen shows it: by its product, or by a code that nobody knows. */
export interface Shown {
  thing: Thing
  product: Product | null
  /** What this person counted of it in this zone, if anything. */
  line: CountLine | null
}

/** A zone under the hands of one person. */
export interface ZoneWork {
  counting: ComputedRef<Counting | null>
  loaded: ComputedRef<boolean>
  zone: ComputedRef<CountZone | null>
  /** What was counted in the zone, the latest first. */
  rows: ComputedRef<Shown[]>
  current: ComputedRef<Shown | null>
  products: ComputedRef<Map<string, Product>>
  /** Why the last code was not counted. */
  aside: Ref<{ why: Aside; name: Product['name'] | null; code: string } | null>
  hear(code: string, source: ScanSource): Promise<void>
  show(thing: Thing, product: Product | null): void
  add(change: number, source: ScanSource): Promise<void>
  /** What lies there in all; 0 says that there is none. */
  set(thing: Thing, quantity: number): Promise<void>
  undo(): Promise<void>
  amend(
    line: CountLine,
    change: Partial<Pick<CountLine, 'note' | 'photoIds' | 'voided'>>,
    photos?: CapturedPhoto[],
  ): Promise<void>
}

const thingOf = ({ productId, barcode }: CountLine): Thing =>
  productId === null ? { productId, barcode: barcode ?? '' } : { productId, barcode: null }
const same = (a: Thing, b: Thing) => a.productId === b.productId && a.barcode === b.barcode
/** As long a code as the server takes. */
const LONGEST_CODE = 64

export function useZone(id: string, zoneId: string, scanning: () => Scanning): ZoneWork {
  const engine = useEngine()
  const feedback = useFeedback(scanning)
  const known = new Map<string, Product>()
  const chosen = shallowRef<Thing | null>(null)
  const aside: ZoneWork['aside'] = ref(null)

  const state = useLive(async (live) => {
    const counting = await readCounting(live, id)
    const named = [...(counting?.count.productIds ?? []), ...(counting?.count.recountIds ?? [])]
    const wanted = [...named, ...(counting?.lines ?? []).flatMap(({ productId }) => productId ?? [])]
    const fresh = await readProducts(
      live,
      wanted.filter((each) => !known.has(each)),
    )
    fresh.forEach((product) => known.set(product.id, product))
    return { counting, products: new Map(known) }
  })
  const counting = computed(() => state.value?.counting ?? null)
  const products = computed(() => state.value?.products ?? known)
  const here = ({ lines }: Counting) =>
    lines.filter((line) => line.zoneId === zoneId).sort((a, b) => b.countedAt.localeCompare(a.countedAt))
  const rows = computed(() =>
    (counting.value ? here(counting.value) : []).map((line) => ({
      thing: thingOf(line),
      product: products.value.get(line.productId ?? '') ?? null,
      line,
    })),
  )
  const current = computed((): Shown | null => {
    const thing = chosen.value
    if (thing === null) return null
    const row = rows.value.find((each) => same(each.thing, thing))
    return row ?? { thing, product: known.get(thing.productId ?? '') ?? null, line: null }
  })

  // Codes come faster than they are kept, and each adds to what was there before; the first may come before all is read.
  let tail: Promise<unknown> = new Promise<void>((resolve) => {
    watch(state, () => resolve(), { once: true })
  })
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = tail.then(act)
    tail = turn.catch(() => undefined)
    return turn
  }

  async function change(
    thing: Thing,
    make: (line: CountLine, at: string) => CountLine,
    photos: CapturedPhoto[] = [],
  ): Promise<CountLine> {
    const at = new Date().toISOString()
    const count = counting.value?.count
    if (!count) throw new Error('the count is not on this device')
    const place: Place = { countId: id, round: count.round, zoneId }
    const about = { zh: count.title, en: count.title }
    return engine.count({ place, thing, about, change: (line) => make(line, at) }, photos)
  }

  /** Show a thing; whether it may be counted here. */
  function turnTo(thing: Thing, product: Product | null): boolean {
    const why = counting.value ? asideOf(counting.value, thing.productId) : null
    aside.value = why && { why, name: product?.name ?? null, code: thing.barcode ?? '' }
    const mayCount = why === null || why === 'notInList'
    chosen.value = mayCount ? thing : null
    return mayCount
  }

  return {
    counting,
    loaded: computed(() => state.value !== null),
    zone: computed(() => counting.value?.count.zones.find((each) => each.id === zoneId) ?? null),
    rows,
    current,
    products,
    aside,
    hear: (code, source) =>
      inTurn(async () => {
        if (counting.value === null) return
        const found = await findProduct(engine, code, scanning().patterns)
        if (found) known.set(found.product.id, found.product)
        const thing: Thing = found
          ? { productId: found.product.id, barcode: null }
          : { productId: null, barcode: code.slice(0, LONGEST_CODE) }
        if (!turnTo(thing, found?.product ?? null)) {
          feedback.bad()
          return
        }
        await change(thing, (line, at) => stepped(line, at, found?.quantity ?? 1, source))
        // Heard only when it is kept.
        if (found && aside.value === null) feedback.good()
        else feedback.bad()
      }),
    show(thing, product) {
      if (product) known.set(product.id, product)
      turnTo(thing, product)
    },
    add: (by, source) =>
      inTurn(async () => {
        if (chosen.value) await change(chosen.value, (line, at) => stepped(line, at, by, source))
      }),
    set: (thing, quantity) =>
      inTurn(async () => {
        await change(thing, (line, at) => {
          const before = line.voided ? 0 : line.quantity
          return stepped(line, at, rounded(quantity - before), 'keypad')
        })
      }),
    undo: () =>
      inTurn(async () => {
        // What was kept a moment ago may not be on the screen yet.
        const fresh = await readCounting(engine, id)
        const last = fresh && here(fresh)[0]
        if (!last) return
        const line = await change(thingOf(last), unstepped)
        chosen.value = line.voided ? null : thingOf(last)
      }),
    amend: (line, to, photos) =>
      inTurn(async () => {
        const gone = line.photoIds.filter((photo) => to.photoIds?.includes(photo) === false)
        await change(thingOf(line), (each) => ({ ...each, ...to }), photos)
        // Nobody asks for it any more; one that is on its way arrives unnamed.
        for (const command of await Promise.all(gone.map((photo) => engine.queue.ofPhoto(photo)))) {
          if (command && command.state !== 'sending') await engine.queue.discard(command.seq)
        }
        if (gone.length > 0) engine.changed()
        if (to.voided) chosen.value = null
      }),
  }
}
