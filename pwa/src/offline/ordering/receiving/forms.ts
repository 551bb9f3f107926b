import { newId } from '@/api/ids'
import type { ArrivedLine, MissingWhy, OpenClaimForm, ReceiveOrderForm } from '@/api/types'
import type { CapturedPhoto } from '../../engine'
import type { Command } from '../../records'

/** What somebody said of a line of a delivery. Quantities are thousandths of a base unit. */
export interface ArrivedEdit {
  /** `null`: all that neither is damaged nor missing. */
  received: number | null
  damaged: number
  missing: number
  missingWhy: MissingWhy | null
  lotCode: string
  expiresOn: string
  /** As it was typed. */
  temperature: string
  note: string
  photos: CapturedPhoto[]
  /** Photos that an earlier try has handed to the queue already. */
  sent: string[]
}

/** A delivery that is being taken in, under the id that its receipt will have. */
export interface ReceiptForm {
  id: string
  lines: Record<string, ArrivedEdit>
  /** What holds for lines that nobody touched: they came as they were sent, or are still to come. */
  rest: NonNullable<ReceiveOrderForm['rest']>
  place: NonNullable<ReceiveOrderForm['place']>
  note: string
  /** Each scan counts a piece; else it only finds the line. */
  counting: boolean
}

export const UNTOUCHED: ArrivedEdit = {
  received: null,
  damaged: 0,
  missing: 0,
  missingWhy: null,
  lotCode: '',
  expiresOn: '',
  temperature: '',
  note: '',
  photos: [],
  sent: [],
}

/** One form a delivery; an order that was not announced is a delivery of its own. */
export const receiptKey = (orderId: string, shipmentId: string | null): string =>
  `order.receive|${orderId}|${shipmentId ?? ''}`

const thousandths = (text: string) => Math.round(Number(text) * 1_000)

function editOf(line: ArrivedLine): ArrivedEdit {
  return {
    received: thousandths(line.received),
    damaged: thousandths(line.damaged),
    missing: thousandths(line.missing),
    missingWhy: line.missingWhy ?? null,
    lotCode: line.lot?.code ?? '',
    expiresOn: line.lot?.expiresOn ?? '',
    temperature: line.temperature ?? '',
    note: line.note,
    photos: [],
    sent: line.photoIds ?? [],
  }
}

/** What is about to be received: as it was sent, or what was to be sent before, for another try. */
export function receiptForm(before: Pick<Command, 'body'> | null): ReceiptForm {
  const said = before?.body as unknown as ReceiveOrderForm | undefined
  return {
    id: said?.id ?? newId(),
    lines: Object.fromEntries((said?.lines ?? []).map((line) => [line.lineId, editOf(line)])),
    rest: said?.rest ?? 'came',
    place: said?.place ?? 'back_room',
    note: said?.note ?? '',
    counting: false,
  }
}

/** Goods that somebody is about to give back, as they are typed. */
export interface ReturnForm {
  id: string
  productId: string
  quantity: string
  note: string
  photos: CapturedPhoto[]
  /** Photos that an earlier try has handed to the queue already. */
  sent: string[]
}

export const returnKey = (orderId: string): string => `claim.open|${orderId}`

/** A return that begins: nothing chosen, or what the server has refused, for another try. */
export function returnForm(refused: Pick<Command, 'body'> | null): ReturnForm {
  const said = refused?.body as unknown as OpenClaimForm | undefined
  return {
    id: said?.id ?? newId(),
    productId: said?.productId ?? '',
    quantity: said?.quantity ?? '',
    note: said?.note ?? '',
    photos: [],
    sent: said?.photoIds ?? [],
  }
}
