import type { ReceiveForm } from '@/api/console/types'
import { centsOf } from '@/ui/console/price'

/** A line as it is typed. */
export interface LineDraft {
  key: number
  productId: string
  unit: string
  quantity: string
  value: string
  place: 'shelf' | 'back_room'
  lot: string
  producedOn: string
  expiresOn: string
}

export const emptyLine = (key: number): LineDraft => ({
  key,
  productId: '',
  unit: '',
  quantity: '',
  value: '',
  place: 'shelf',
  lot: '',
  producedOn: '',
  expiresOn: '',
})

const QUANTITY = /^\d{1,7}(\.\d{1,3})?$/

export const isQuantity = (text: string): boolean => QUANTITY.test(text.trim()) && Number(text) > 0

export const isReady = (line: LineDraft): boolean =>
  line.productId !== '' && isQuantity(line.quantity) && centsOf(line.value) !== null

/** The lines as they are sent; dates belong to a lot, so without one they are left out. */
export function linesOf(drafts: readonly LineDraft[]): ReceiveForm['lines'] {
  return drafts.map(({ productId, quantity, value, place, lot, producedOn, expiresOn }) => ({
    productId,
    quantity: quantity.trim(),
    valueCents: centsOf(value) ?? 0,
    place,
    lot: lot.trim() === '' ? null : { code: lot.trim(), producedOn: producedOn || null, expiresOn: expiresOn || null },
  }))
}
