import type {
  CancelTransferForm,
  Product,
  ReceiveTransferForm,
  RequestTransferForm,
  ShipTransferForm,
  Transfer,
  TransferLine,
} from '@/api/types'
import { showing } from '../overlay'
import type { Command } from '../records'
import type { Person } from '../taskOverlay'
import { happenedAt } from '../happened'

export const laneOf = (id: string): string => `transfer:${id}`

/** What the overlay names things by: who acts here, the stores and products that this device knows. */
export interface Known {
  me: Person
  stores: Map<string, string>
  products: Map<string, Product>
}

function shipped(transfer: Transfer, command: Command, { me }: Known): Transfer {
  if (transfer.status !== 'approved') return transfer
  const { lines = [] } = command.body as unknown as ShipTransferForm
  const sent = new Map(lines.map(({ lineId, quantity }) => [lineId, quantity]))
  return {
    ...transfer,
    status: 'shipped',
    shippedByName: me.name,
    shippedAt: happenedAt(command),
    lines: transfer.lines.map((line) => ({ ...line, shipped: sent.get(line.id) ?? line.approved })),
  }
}

function arrived(line: TransferLine, differences: ReceiveTransferForm['differences'] = []): TransferLine {
  const parts = line.parts.map((part) => {
    const short = differences.find(({ partId }) => partId === part.id)
    return short
      ? { ...part, received: short.received, reason: short.reason ?? null, note: short.note }
      : { ...part, received: part.shipped }
  })
  return { ...line, parts, received: String(parts.reduce((sum, { received }) => sum + Number(received), 0)) }
}

const namedBy = (product: Product | undefined) => ({
  productName: product?.name ?? null,
  unitName: product?.unitName ?? null,
})

function received(transfer: Transfer, command: Command, { me, products }: Known): Transfer {
  if (transfer.status !== 'shipped') return transfer
  const { differences, extras = [] } = command.body as unknown as ReceiveTransferForm
  return {
    ...transfer,
    status: 'received',
    receivedByName: me.name,
    receivedAt: happenedAt(command),
    lines: transfer.lines.map((line) => arrived(line, differences)),
    extraCount: extras.length,
    extras: extras.map(({ code, productId, quantity }) => ({
      code,
      productId: productId ?? null,
      ...namedBy(products.get(productId ?? '')),
      quantity,
    })),
  }
}

function cancelled(transfer: Transfer, command: Command, { me }: Known): Transfer {
  if (transfer.status !== 'requested' && transfer.status !== 'approved') return transfer
  const { reason } = command.body as unknown as CancelTransferForm
  return { ...transfer, status: 'cancelled', reason, cancelledByName: me.name, cancelledAt: happenedAt(command) }
}

/** A transfer asked for on this device that the server does not know of yet. */
function requested(command: Command, { me, stores, products }: Known): Transfer {
  const form = command.body as unknown as Required<RequestTransferForm>
  const later = { approved: null, shipped: null, received: null, shippedValueCents: null, parts: [] }
  const lines = form.lines.map(({ productId, quantity }) => {
    const product = products.get(productId)
    const name = product?.name ?? { zh: '–', en: '–' }
    const unit = { unit: product?.unit ?? '', unitName: product?.unitName ?? { zh: '', en: '' } }
    const named = { productId, productCode: product?.code ?? '', productName: name, ...unit }
    return { id: productId, ...named, requested: quantity, ...later }
  })
  const undone = { decidedByName: null, decidedAt: null, shippedByName: null, shippedAt: null, receivedByName: null }
  return {
    id: form.id ?? command.id,
    status: 'requested',
    fromStoreId: form.fromStoreId,
    fromStoreName: stores.get(form.fromStoreId) ?? '',
    toStoreId: form.toStoreId,
    toStoreName: stores.get(form.toStoreId) ?? '',
    crossesEntities: false,
    fromEntityName: null,
    toEntityName: null,
    note: form.note,
    reason: '',
    lineCount: lines.length,
    differing: 0,
    extraCount: 0,
    valueCents: 0,
    requestedBy: me.id,
    requestedByName: me.name,
    requestedAt: happenedAt(command),
    ...undone,
    receivedAt: null,
    cancelledByName: null,
    cancelledAt: null,
    version: 1,
    recordedAt: happenedAt(command),
    lines,
    extras: [],
  }
}

const STEPS: Partial<Record<Command['kind'], (transfer: Transfer, command: Command, known: Known) => Transfer>> = {
  'transfer.ship': shipped,
  'transfer.receive': received,
  'transfer.cancel': cancelled,
}

/** The synced transfers with what this device's person did to them laid over, and those asked for here; newest first. */
export function transfersWith(transfers: Transfer[], commands: readonly Command[], known: Known): Transfer[] {
  const byId = new Map(transfers.map((transfer) => [transfer.id, transfer]))
  for (const command of showing(commands)) {
    const id = command.lane.replace('transfer:', '')
    const transfer = byId.get(id)
    if (command.state === 'refused') continue
    if (command.kind === 'transfer.request' && !transfer) byId.set(id, requested(command, known))
    const step = STEPS[command.kind]
    if (transfer && step) byId.set(id, step(transfer, command, known))
  }
  return [...byId.values()].sort((a, b) => b.recordedAt.localeCompare(a.recordedAt))
}

/** What there is to do about transfers at some stores. */
export interface TransferWork {
  toShip: Transfer[]
  toReceive: Transfer[]
  asked: Transfer[]
  done: Transfer[]
}

export function workOf(transfers: Transfer[], stores: ReadonlySet<string>): TransferWork {
  const of = (...states: Transfer['status'][]) => transfers.filter(({ status }) => states.includes(status))
  return {
    toShip: of('approved').filter(({ fromStoreId }) => stores.has(fromStoreId)),
    toReceive: of('shipped').filter(({ toStoreId }) => stores.has(toStoreId)),
    asked: [
      ...of('requested').filter(({ fromStoreId, toStoreId }) => stores.has(fromStoreId) || stores.has(toStoreId)),
      // What this store waits for, or has sent off, is the other one's turn.
      ...of('approved').filter(({ fromStoreId, toStoreId }) => !stores.has(fromStoreId) && stores.has(toStoreId)),
      ...of('shipped').filter(({ fromStoreId, toStoreId }) => stores.has(fromStoreId) && !stores.has(toStoreId)),
    ],
    done: of('received', 'refused', 'cancelled').filter(
      ({ fromStoreId, toStoreId }) => stores.has(fromStoreId) || stores.has(toStoreId),
    ),
  }
}
