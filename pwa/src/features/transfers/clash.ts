import type { ReceiveTransferForm, ShipTransferForm, Transfer, TransferLine, Words } from '@/api/types'
import type { Command } from '@/offline/records'

/** A line of which this phone says something else than the server's transfer, which somebody has moved on meanwhile. */
export interface Clash {
  name: Words
  mine: string
  theirs: string
}

function mineOf(command: Command, line: TransferLine): string | null {
  if (command.kind === 'transfer.ship') {
    const { lines = [] } = command.body as unknown as ShipTransferForm
    return lines.find(({ lineId }) => lineId === line.id)?.quantity ?? line.approved
  }
  const { differences = [] } = command.body as unknown as ReceiveTransferForm
  const missing = line.parts.map(({ id, shipped }) => {
    const short = differences.find(({ partId }) => partId === id)
    return short ? Number(shipped) - Number(short.received) : 0
  })
  return line.shipped === null ? null : String(Number(line.shipped) - missing.reduce((sum, each) => sum + each, 0))
}

/** Where a shipment or a receipt of this phone and what the server has differ; nothing where the step was not taken. */
export function clashesOf(command: Command, now: Transfer): Clash[] {
  const ships = command.kind === 'transfer.ship'
  if (!ships && command.kind !== 'transfer.receive') return []
  return now.lines.flatMap((line) => {
    const [mine, theirs] = [mineOf(command, line), ships ? line.shipped : line.received]
    return mine === null || theirs === null || Number(mine) === Number(theirs)
      ? []
      : [{ name: line.productName, mine, theirs }]
  })
}

/** Who moved a transfer on last, and when; null when nobody has since it was asked for. */
export function lastStep(it: Transfer): { step: string; name: string; at: string } | null {
  const decided = it.status === 'refused' ? 'refused' : 'approved'
  const steps = [
    { step: 'cancelled', name: it.cancelledByName, at: it.cancelledAt },
    { step: 'received', name: it.receivedByName, at: it.receivedAt },
    { step: 'shipped', name: it.shippedByName, at: it.shippedAt },
    { step: decided, name: it.decidedByName, at: it.decidedAt },
  ]
  for (const { step, name, at } of steps) if (name !== null && at !== null) return { step, name, at }
  return null
}
