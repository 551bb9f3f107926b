import type { Count, OpenCountForm, Store } from '@/api/types'
import type { Command } from '../records'
import { countOf } from './batches'
import { happenedAt } from '../happened'

/** A count opened on this device that the server does not know of yet. */
function begun(command: Command, stores: Store[]): Count | null {
  const form = command.body as unknown as OpenCountForm
  const store = stores.find(({ id }) => id === form.storeId)
  if (!store) return null
  return {
    id: countOf(command),
    storeId: store.id,
    storeName: store.name,
    kind: form.kind,
    title: form.title,
    status: 'open',
    round: 1,
    categoryIds: form.categoryIds ?? [],
    productIds: form.productIds ?? [],
    recountIds: [],
    zones: (form.zones ?? []).map(({ id, name, place = 'shelf' }) => ({
      id: id ?? '',
      name,
      place,
      lines: 0,
      tags: 0,
      counters: [],
      closedAt: null,
    })),
    windowFrom: null,
    windowUntil: null,
    openedByName: '',
    openedAt: happenedAt(command),
    submittedByName: null,
    submittedAt: null,
    approvedByName: null,
    approvedAt: null,
    cancelReason: null,
    gainCents: null,
    lossCents: null,
    version: 0,
  }
}

function applied(count: Count, command: Command): Count {
  if (command.kind === 'count.submit') return { ...count, status: 'submitted', submittedAt: happenedAt(command) }
  if (command.kind !== 'count.close') return count
  const zones = count.zones.map((zone) =>
    command.path.includes(zone.id) ? { ...zone, closedAt: happenedAt(command) } : zone,
  )
  return { ...count, zones }
}

/** The synced counts with what this device's person did to them laid over, and those opened here. */
export function countsWith(counts: Count[], stores: Store[], commands: readonly Command[]): Count[] {
  const byId = new Map(counts.map((count) => [count.id, count]))
  for (const command of commands.filter(({ lane, state }) => lane.startsWith('count:') && state !== 'refused')) {
    const id = countOf(command)
    const count = byId.get(id) ?? (command.kind === 'count.open' ? begun(command, stores) : null)
    if (count) byId.set(id, applied(count, command))
  }
  return [...byId.values()]
}
