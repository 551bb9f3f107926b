import type { ChangeSignalForm, EnterSignalForm, Product, Signal, Store } from '@/api/types'
import type { Command } from '../records'
import type { Person } from '../taskOverlay'
import { happenedAt } from '../happened'

export const laneOf = (id: string): string => `signal:${id}`

/** An event with what this phone's person did about it laid over. */
export interface SignalView {
  signal: Signal
  unsent: boolean
  refused: Command | null
}

/** What the overlay names things by: who acts here, and what this device knows. */
export interface Known {
  me: Person
  store: Pick<Store, 'id' | 'name'>
  products: Map<string, Product>
}

/** An event told of on this device that the server has not told back yet. */
function entered(command: Command, { me, store, products }: Known): Signal {
  const form = command.body as unknown as Required<EnterSignalForm> & { id: string }
  const goods = form.productIds.map((id) => {
    const product = products.get(id)
    return { id, code: product?.code ?? '', name: product?.name ?? { zh: '–', en: '–' } }
  })
  return {
    id: form.id,
    kind: form.kind,
    name: form.name,
    firstDay: form.firstDay,
    lastDay: form.lastDay,
    uplift: form.uplift,
    everywhere: false,
    places: [{ ...store, kind: 'store' }],
    products: goods,
    categories: [],
    note: form.note,
    status: 'planned',
    enteredBy: me.id,
    enteredByName: me.name,
    measured: null,
    evidenceDays: null,
    reviewedAt: null,
    // Until the server has taken it, the queue is where it is taken back.
    mayChange: false,
    version: 0,
    recordedAt: happenedAt(command),
  }
}

function acted(signal: Signal, { kind, body, state }: Command): Signal {
  if (state === 'refused') return signal
  if (kind === 'signal.cancel') return { ...signal, status: 'cancelled' }
  if (kind !== 'signal.change') return signal
  const { lastDay, ifVersion } = body as unknown as ChangeSignalForm
  return ifVersion < signal.version ? signal : { ...signal, lastDay }
}

/** The events of a store, the latest to begin first, with this phone's own unsent ones. */
export function signalsWith(told: Signal[], commands: readonly Command[], known: Known): SignalView[] {
  const own = commands.filter(
    ({ kind, body }) =>
      kind === 'signal.enter' &&
      (body as unknown as EnterSignalForm).placeIds?.includes(known.store.id) === true &&
      !told.some(({ id }) => id === body['id']),
  )
  return [...told, ...own.map((command) => entered(command, known))]
    .map((signal) => {
      const lane = commands.filter((command) => command.lane === laneOf(signal.id))
      return {
        signal: lane.reduce(acted, signal),
        unsent: lane.some(({ state }) => state === 'waiting' || state === 'sending'),
        refused: lane.find(({ state }) => state === 'refused') ?? null,
      }
    })
    .sort((a, b) => b.signal.firstDay.localeCompare(a.signal.firstDay))
}

/** Those that go on or are to come, the next first, and those that are over or were cancelled, the last first. */
export function byTime(views: SignalView[], today: string): { coming: SignalView[]; past: SignalView[] } {
  const isOpen = ({ signal }: SignalView) => signal.status === 'planned' && signal.lastDay >= today
  return { coming: views.filter(isOpen).reverse(), past: views.filter((view) => !isOpen(view)) }
}
