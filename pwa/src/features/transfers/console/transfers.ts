import type { DeskSession } from '@/api/console/session'
import type { TransferItem } from '@/api/console/types'

export const STATUSES = ['requested', 'approved', 'shipped', 'received', 'refused', 'cancelled'] as const

/** Whether this person may decide on a transfer, as far as the desk knows: never on one's own. */
export const decides = (
  { status, requestedBy }: Pick<TransferItem, 'status' | 'requestedBy'>,
  { may, profile }: Pick<DeskSession, 'may' | 'profile'>,
): boolean => status === 'requested' && may('stock.approve_transfer') && requestedBy !== profile.value?.account.id

/** When a transfer took its last step. */
export const lastStep = (
  it: Pick<TransferItem, 'requestedAt' | 'decidedAt' | 'shippedAt' | 'receivedAt' | 'cancelledAt'>,
): string => it.cancelledAt ?? it.receivedAt ?? it.shippedAt ?? it.decidedAt ?? it.requestedAt

/** The lines of which less is approved than was asked for, as the server takes them. */
export const changedLines = (
  lines: { id: string; requested: string }[],
  typed: ReadonlyMap<string, string>,
): { lineId: string; quantity: string }[] =>
  lines.flatMap(({ id, requested }) => {
    const quantity = typed.get(id)?.trim()
    return quantity === undefined || quantity === '' || Number(quantity) === Number(requested)
      ? []
      : [{ lineId: id, quantity }]
  })
