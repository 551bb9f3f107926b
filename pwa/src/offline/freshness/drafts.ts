import { newId } from '@/api/ids'
import type { ExpiringLot, LotStepForm, Product, WasteDecision, WasteForm, WasteReason, WasteReport } from '@/api/types'
import type { CapturedPhoto } from '../engine'
import type { Draft } from '../records'
import { laneOf } from './overlay'

function stepDraft(lot: ExpiringLot, what: Pick<LotStepForm, 'kind' | 'priceCents'>): Draft {
  const path = `/api/stock/stores/${lot.storeId}/lots/${lot.lotId}/steps`
  const body: LotStepForm = { id: newId(), ...what }
  const target = `${path}/${what.kind}`
  return {
    kind: 'lot.step',
    lane: laneOf(lot),
    method: 'POST',
    path,
    body: { ...body },
    target,
    about: lot.productName,
  }
}

/** Cut a lot's price; a price that was not sent yet is replaced. */
export const markDownDraft = (lot: ExpiringLot, priceCents: number): Draft =>
  stepDraft(lot, { kind: 'marked_down', priceCents })

/** Take a lot off the shelf. */
export const withdrawDraft = (lot: ExpiringLot): Draft => stepDraft(lot, { kind: 'withdrawn' })

/** Goods to throw away, as somebody at the store writes them down. */
export interface WastedGoods {
  storeId: string
  product: Pick<Product, 'id' | 'name'>
  lot: ExpiringLot | null
  quantity: string
  reason: WasteReason
  note: string
  photos: CapturedPhoto[]
}

export function wasteDraft({ storeId, product, lot, quantity, reason, note, photos }: WastedGoods): Draft {
  const id = newId()
  const photoIds = photos.map((photo) => photo.id)
  const body: WasteForm = {
    id,
    storeId,
    productId: product.id,
    lotId: lot?.lotId ?? null,
    quantity,
    reason,
    note,
    photoIds,
  }
  return {
    kind: 'waste.report',
    lane: lot ? laneOf(lot) : `waste:${id}`,
    method: 'POST',
    path: '/api/stock/waste',
    body: { ...body },
    about: product.name,
  }
}

/** Approve a report of waste, or refuse it with a reason. */
export function decisionDraft(report: WasteReport, approved: boolean, note: string): Draft {
  const body: WasteDecision = { approved, note, ifVersion: report.version }
  const path = `/api/stock/waste/${report.id}/decision`
  const about = report.productName
  return {
    kind: 'waste.decide',
    lane: `waste:${report.id}`,
    method: 'POST',
    path,
    body: { ...body },
    target: path,
    about,
  }
}

const CUT = 0.7

/** Three tenths off, down to the whole jiao where there is one. */
export const suggestedPrice = (cents: number): number => {
  const cut = Math.round(cents * CUT)
  return cut >= 10 ? Math.floor(cut / 10) * 10 : Math.max(1, cut)
}
