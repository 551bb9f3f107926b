import { afterEach, expect, test } from 'vitest'
import type { Profile } from '@/api/types'
import { openAccountDb, openDeviceDb } from '../database'
import { deviceOf } from '../device'
import { engineOf, type Engine } from '../engine'
import { FakePhone, profileOf } from '../testing/harness'
import { order, orderWith, suggestions } from '../testing/ordering'
import { store } from '../testing/samples'
import { readApprovals, readOrderingHere } from './reads'

const open: Engine[] = []
afterEach(() => open.splice(0).forEach((engine) => engine.close()))

const nothing = { visits: [], templates: [], tasks: [], counts: [], transfers: [], notifications: [], unread: 0 }
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
  const asked = () => [phone.server.sent(/order-suggestions/).length, phone.server.sent(/orders\?store/).length]
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
