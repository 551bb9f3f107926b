import type {
  CancelTransferForm,
  ExtraGoods,
  PartDifference,
  ReceiveTransferForm,
  RequestTransferForm,
  ShipTransferForm,
  Transfer,
  TransferStore,
} from '@/api/types'
import type { Draft } from '../records'
import { laneOf } from './overlay'

type End = Pick<TransferStore, 'id' | 'name'>

const way = (from: string, to: string): Draft['about'] => ({ zh: `${from} → ${to}`, en: `${from} → ${to}` })

function stepDraft(
  { id, fromStoreName, toStoreName }: Transfer,
  kind: Draft['kind'],
  step: string,
  body: Record<string, unknown>,
): Draft {
  const path = `/api/stock/transfers/${id}/${step}`
  const about = way(fromStoreName, toStoreName) ?? null
  return { kind, lane: laneOf(id), method: 'POST', path, target: path, body, about }
}

/** Goods that somebody asks to have moved, with the id that the transfer keeps. */
export function requestDraft(
  id: string,
  from: End,
  to: End,
  note: string,
  lines: { productId: string; quantity: string }[],
): Draft {
  const body: RequestTransferForm = { id, fromStoreId: from.id, toStoreId: to.id, note, lines }
  return {
    kind: 'transfer.request',
    lane: laneOf(id),
    method: 'POST',
    path: '/api/stock/transfers',
    body: { ...body },
    about: way(from.name, to.name) ?? null,
  }
}

/** Send what was approved, less where a line says so. */
export function shipDraft(transfer: Transfer, lines: { lineId: string; quantity: string }[]): Draft {
  const body: ShipTransferForm = { ifVersion: transfer.version, lines }
  return stepDraft(transfer, 'transfer.ship', 'shipment', { ...body })
}

/** Take in what was sent, less where a difference says so, and tell what else came. */
export function receiveDraft(
  transfer: Transfer,
  place: ReceiveTransferForm['place'],
  differences: PartDifference[],
  extras: ExtraGoods[],
): Draft {
  const body: ReceiveTransferForm = { ifVersion: transfer.version, place: place ?? 'shelf', differences, extras }
  return stepDraft(transfer, 'transfer.receive', 'receipt', { ...body })
}

/** Give it up before it is sent. */
export function cancelDraft(transfer: Transfer, reason: string): Draft {
  const body: CancelTransferForm = { ifVersion: transfer.version, reason }
  return stepDraft(transfer, 'transfer.cancel', 'cancellation', { ...body })
}
