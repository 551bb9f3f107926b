import type { DifferenceReason, Product, ReceiveTransferForm, ShipTransferForm, TransferStore } from '@/api/types'
import type { CapturedPhoto } from '../engine'
import type { Command } from '../records'

/** So much of a product, asked for. */
export interface Wanted {
  product: Product
  quantity: number
}

/** A request that is being put together at a store. Its id is the transfer's, so that sending it twice is once. */
export interface RequestForm {
  id: string
  direction: 'in' | 'out'
  other: TransferStore | null
  note: string
  /** The latest on top. */
  goods: Wanted[]
  /** Codes that nobody knew; they go along in the note. */
  unknown: string[]
}

/** What was scanned that the transfer has no room for, and why. */
export interface Extra {
  code: string
  product: Pick<Product, 'id' | 'name' | 'unitName'> | null
  quantity: number
  why: 'unknown' | 'notHere' | 'surplus'
}

/** What was counted by line (shipping) or by lot of a line (receiving); what is not in it is as the step before said. */
export interface Tally {
  counted: Record<string, number>
  extras: Extra[]
}

/** Why less arrived; `sent` are photos that an earlier try has handed to the queue already. */
export interface Because {
  reason: DifferenceReason | null
  note: string
  photos: CapturedPhoto[]
  sent: string[]
}

export interface ReceiveForm extends Tally {
  because: Record<string, Because>
  place: 'shelf' | 'back_room'
}

export const requestKey = (storeId: string): string => `transfer.request|${storeId}`
export const stepKey = (step: 'ship' | 'receive', transferId: string): string => `transfer.${step}|${transferId}`

/** What is about to be shipped: nothing counted, or what the server has refused, for another try. */
export function shipForm(refused: Command | null): Tally {
  const lines = refused?.kind === 'transfer.ship' ? (refused.body as unknown as ShipTransferForm).lines : []
  return {
    counted: Object.fromEntries((lines ?? []).map(({ lineId, quantity }) => [lineId, Number(quantity)])),
    extras: [],
  }
}

/** What is about to be received: nothing counted, or what the server has refused, for another try. */
export function receiveForm(refused: Command | null): ReceiveForm {
  if (refused?.kind !== 'transfer.receive') return { counted: {}, extras: [], because: {}, place: 'shelf' }
  const { differences = [], extras = [], place = 'shelf' } = refused.body as unknown as ReceiveTransferForm
  return {
    counted: Object.fromEntries(differences.map(({ partId, received }) => [partId, Number(received)])),
    because: Object.fromEntries(
      differences.map(({ partId, reason, note, photoIds }) => [
        partId,
        { reason: reason ?? null, note, photos: [], sent: photoIds ?? [] },
      ]),
    ),
    extras: extras.map(({ code, productId, quantity }) => ({
      code,
      // Its name is in the catalogue; the code says as much to whoever scanned it.
      product: productId ? { id: productId, name: { zh: code, en: code }, unitName: { zh: '', en: '' } } : null,
      quantity: Number(quantity),
      why: productId ? ('notHere' as const) : ('unknown' as const),
    })),
    place,
  }
}
