import type { DeviationReason } from '@/api/types'

/** What somebody changed of what was suggested. Quantities are thousandths of a base unit. */
export interface Edit {
  quantity: number
  reason: DeviationReason | null
}

/** An order that is being filled: of a store, a source and a business day, under the id that it will have. */
export interface OrderForm {
  id: string
  edits: Record<string, Edit>
  note: string
  /** It adds to what went off today. */
  again?: boolean
}

/** One order a store, source and business day: its form, and the lane of its commands. */
export const orderKey = (storeId: string, sourceId: string, day: string): string =>
  `order:${storeId}.${sourceId}.${day}`
