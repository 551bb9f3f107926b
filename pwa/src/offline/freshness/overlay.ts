import type { ExpiringLot, LotStepForm, Product, Store, WasteForm, WasteReport } from '@/api/types'
import type { Command } from '../records'
import { happenedAt } from '../happened'

/** How a lot stands today: past its last day, on it, or near it. */
export type Stand = 'expired' | 'today' | 'near'

/** A report of waste as the server has it, or one that waits on this phone. */
export type Waste = Omit<WasteReport, 'status'> & { status: WasteReport['status'] | 'unsent' }

/** A lot with what this phone's person did about it laid over. */
export interface LotView {
  lot: ExpiringLot
  daysLeft: number
  stand: Stand
  /** What of it is reported as waste but still in the book. */
  waste: Waste[]
  /** How much is left to report; null while nobody is told how much there is. */
  left: number | null
  unsent: boolean
  refused: Command | null
}

export const laneOf = ({ storeId, lotId }: Pick<ExpiringLot, 'storeId' | 'lotId'>): string => `lot:${storeId}.${lotId}`

const DAY_MS = 86_400_000

/** The store's business day at a moment, counted in days. */
export function dayNumber(
  { timeZone, businessDayCut }: Pick<Store, 'timeZone' | 'businessDayCut'>,
  at: number,
): number {
  const [hours = 0, minutes = 0] = businessDayCut.split(':').map(Number)
  const begun = new Date(at - (hours * 60 + minutes) * 60_000)
  const [year = 0, month = 1, day = 1] = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
    .format(begun)
    .split('-')
    .map(Number)
  return Date.UTC(year, month - 1, day) / DAY_MS
}

const standOf = (daysLeft: number): Stand => (daysLeft < 0 ? 'expired' : daysLeft === 0 ? 'today' : 'near')

function stepped(lot: ExpiringLot, command: Command, byName: string): ExpiringLot {
  const { kind, priceCents = null } = command.body as unknown as LotStepForm
  const step = { kind, priceCents, takenByName: byName, takenAt: happenedAt(command) }
  if (kind !== 'withdrawn' || lot.shelf === null || lot.backRoom === null) return { ...lot, step }
  return { ...lot, step, shelf: '0', backRoom: String(Number(lot.shelf) + Number(lot.backRoom)) }
}

/** What the overlay names things by: who acts here, and what this device knows. */
export interface Known {
  byName: string
  store: Pick<Store, 'id' | 'name'>
  products: Map<string, Product>
}

function unsent(command: Command, lots: ExpiringLot[], { byName, store, products }: Known): Waste {
  const form = command.body as unknown as Required<WasteForm>
  const lot = lots.find(({ lotId }) => lotId === form.lotId)
  const product = products.get(form.productId)
  return {
    id: form.id ?? command.id,
    storeId: store.id,
    storeName: store.name,
    productId: form.productId,
    productCode: lot?.productCode ?? product?.code ?? '',
    productName: lot?.productName ?? product?.name ?? command.about ?? { zh: '', en: '' },
    unit: lot?.unit ?? product?.unit ?? '',
    unitName: lot?.unitName ?? product?.unitName ?? { zh: '', en: '' },
    lotId: form.lotId,
    lotCode: lot?.lotCode ?? null,
    quantity: form.quantity,
    reason: form.reason,
    taxLost: false,
    note: form.note,
    photoIds: form.photoIds,
    status: 'unsent',
    valueCents: 0,
    reportedByName: byName,
    reportedAt: happenedAt(command),
    decidedByName: null,
    decidedAt: null,
    decisionNote: '',
    version: 0,
    recordedAt: happenedAt(command),
  }
}

/** The reports of a store, those of this phone that the server has not told of yet first. */
export function wasteWith(
  reports: WasteReport[],
  lots: ExpiringLot[],
  commands: readonly Command[],
  known: Known,
): Waste[] {
  const told = new Set(reports.map(({ id }) => id))
  const own = commands
    .filter(
      ({ kind, state, body }) => kind === 'waste.report' && state !== 'refused' && body['storeId'] === known.store.id,
    )
    .map((command) => unsent(command, lots, known))
    .filter(({ id }) => !told.has(id))
  return [...own.reverse(), ...reports]
}

/** A store's lots as they stand `days` after they were told, the first to end on top. */
export function lotsWith(
  lots: ExpiringLot[],
  waste: Waste[],
  commands: readonly Command[],
  days: number,
  byName: string,
): LotView[] {
  return lots
    .map((told) => {
      const lane = commands.filter((command) => command.lane === laneOf(told))
      const lot = lane
        .filter(({ kind, state }) => kind === 'lot.step' && state !== 'refused')
        .reduce((shown, command) => stepped(shown, command, byName), told)
      const open = waste.filter(
        ({ lotId, status }) => lotId === lot.lotId && (status === 'unsent' || status === 'pending'),
      )
      const gone = open.reduce((sum, { quantity }) => sum + Number(quantity), 0)
      const daysLeft = told.daysLeft - days
      return {
        lot,
        daysLeft,
        stand: standOf(daysLeft),
        waste: open,
        left: lot.quantity === null ? null : Math.max(0, Math.round((Number(lot.quantity) - gone) * 1_000) / 1_000),
        unsent: lane.some(({ state }) => state === 'waiting' || state === 'sending'),
        refused: lane.find(({ state }) => state === 'refused') ?? null,
      }
    })
    .sort((a, b) => a.daysLeft - b.daysLeft)
}

/** What still waits for this person's decision, the costliest first. */
export function approvalsWith(reports: WasteReport[], commands: readonly Command[]): WasteReport[] {
  const decided = new Set(
    commands.filter(({ kind, state }) => kind === 'waste.decide' && state !== 'refused').map(({ lane }) => lane),
  )
  return reports.filter(({ id }) => !decided.has(`waste:${id}`)).sort((a, b) => b.valueCents - a.valueCents)
}
