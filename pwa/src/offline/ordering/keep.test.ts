import { afterEach, expect, test } from 'vitest'
import type { Profile } from '@/api/types'
import { openAccountDb, openDeviceDb } from '../database'
import { deviceOf } from '../device'
import { engineOf, type Engine } from '../engine'
import { FakePhone, profileOf } from '../testing/harness'
import { count } from '../testing/counting'
import { order, orderWith, rebalance, suggestion, suggestions } from '../testing/ordering'
import { store } from '../testing/samples'
import { readApprovals, readOrderingHere } from './reads'

const open: Engine[] = []
afterEach(() => open.splice(0).forEach((engine) => engine.close()))

const nothing = {
  visits: [],
  visitAnswers: [],
  templates: [],
  tasks: [],
  counts: [],
  transfers: [],
  notifications: [],
  unread: 0,
}
let counter = 0
async function phoneOf(...permissions: string[]) {
  const phone = new FakePhone()
  const account = `order-${++counter}`
  const profile: Profile = { ...profileOf(account), permissions }
  const device = deviceOf(await openDeviceDb())
  await device.remember(profile)
  const engine = engineOf(profile, await openAccountDb(account), device, phone.platform())
  open.push(engine)
  phone.server
    .on(/GET \/api\/sync/, { body: { cursor: 'c', full: true, serverTime: '', stores: [store], ...nothing } })
    .on(/GET \/api\/sync\/products/, { body: { items: [], cursor: 'p', more: false } })
    .on(/GET \/api\/order-suggestions\?store=store/, { body: suggestions() })
    .on(/GET \/api\/order-suggestions\/offers/, { body: { storeId: 'store', day: '2026-11-22', offers: [] } })
    .on(/GET \/api\/transfer-suggestions/, { body: { items: [rebalance()], next: null } })
    .on(/GET \/api\/orders\?/, { body: { items: [order({ state: 'returned', reason: '太多' })], next: null } })
    .on(/GET \/api\/orders\/o1/, { body: { ...orderWith({ milk: '36' }, { state: 'returned' }), mayDecide: true } })
  return { phone, engine }
}

test('with a sync whoever orders has suggestions and what came back, and reads them without network', async () => {
  const { phone, engine } = await phoneOf('ordering.place_order')
  await engine.sync()
  phone.online = false
  const known = await readOrderingHere(engine)
  expect(known?.told.lines.map(({ productId }) => productId)).toEqual(['milk'])
  expect(known?.sources.map(({ stand }) => stand)).toEqual(['returned'])
  expect(known?.open.map(({ lines }) => lines[0]?.quantity)).toEqual(['36'])
  expect(await readApprovals(engine)).toBeNull()
})

test('suggestions are fetched again after a quarter of an hour, orders with every sync', async () => {
  const { phone, engine } = await phoneOf('ordering.place_order')
  await engine.sync()
  await engine.sync()
  const asked = () => [phone.server.sent(/order-suggestions\?/).length, phone.server.sent(/orders\?store/).length]
  expect(asked()).toEqual([1, 2])
  phone.clock += 15 * 60_000
  await engine.sync()
  expect(asked()).toEqual([2, 3])
})

test('who approves has what waits for them; nobody else asks for anything', async () => {
  const approver = await phoneOf('ordering.approve_order')
  await approver.engine.sync()
  expect((await readApprovals(approver.engine))?.map(({ id }) => id)).toEqual(['o1'])
  expect(approver.phone.server.sent(/suggestions/)).toEqual([])
  const other = await phoneOf('stores.read')
  await other.engine.sync()
  expect(other.phone.server.sent(/order/)).toEqual([])
})

const sync = (counts: unknown[]) => ({
  body: { cursor: 'c', full: true, serverTime: '', stores: [store], ...nothing, counts },
})

test('while the store counts, what was told of its stock is gone from the phone, also without network', async () => {
  const { phone, engine } = await phoneOf('ordering.place_order')
  const told = suggestions([suggestion({ attention: ['out_of_stock', 'new'], outDays: 3 })])
  phone.server.on(/GET \/api\/order-suggestions\?store=store/, { body: told })
  await engine.sync()
  expect((await readOrderingHere(engine))?.told.lines[0]?.arithmetic?.stock).toBe('9')
  await engine.db.put('counts', count()) // as the sync tells of it
  phone.online = false
  const blind = await readOrderingHere(engine)
  expect(blind?.told.lines.map(({ arithmetic, attention, outDays }) => [arithmetic, attention, outDays])).toEqual([
    [null, ['new'], 0],
  ])
  expect(blind?.rebalances.flatMap(({ rebalance: { lines } }) => lines.map((line) => line.arithmetic))).toEqual([null])
  expect(await engine.db.get('facts', 'suggestions:store')).not.toContain('"stock"')
})

test('a count that begins or ends has what may be told fetched at once, however fresh the rest is', async () => {
  const { phone, engine } = await phoneOf('ordering.place_order')
  await engine.sync()
  phone.server.on(/GET \/api\/sync(\?|$)/, sync([count()]))
  await engine.sync()
  await engine.sync()
  const asked = () => phone.server.sent(/order-suggestions\?/).length
  expect(asked()).toBe(2)
  phone.server.on(/GET \/api\/sync(\?|$)/, sync([]))
  await engine.sync()
  expect(asked()).toBe(3)
})

test('what was begun for a day that is over is let go of', async () => {
  const { engine } = await phoneOf('ordering.place_order')
  const keys = ['order:store.cold.2026-11-21', 'order:store.cold.2026-11-22', 'order:store.cold.2126-01-01']
  for (const key of keys) await engine.db.put('forms', { id: 'o', edits: {}, note: '' }, key)
  await engine.sync()
  const kept = await engine.db.getAllKeys('forms')
  expect(kept).not.toContain('order:store.cold.2026-11-21')
  expect(kept).toContain('order:store.cold.2126-01-01')
})
