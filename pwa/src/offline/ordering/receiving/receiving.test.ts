import { afterEach, expect, test } from 'vitest'
import type { Profile } from '@/api/types'
import { openAccountDb, openDeviceDb } from '../../database'
import { deviceOf } from '../../device'
import { engineOf, type Engine } from '../../engine'
import { FakePhone, profileOf } from '../../testing/harness'
import { due, fulfilment } from '../../testing/receiving'
import { store } from '../../testing/samples'
import { receiptDraft, returnDraft } from './drafts'
import { receiptForm, returnForm } from './forms'
import { deliveriesWith, dueToday } from './overlay'
import { readDelivered, readDeliveries } from './reads'

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
  const account = `receive-${++counter}`
  const profile: Profile = { ...profileOf(account), permissions }
  const device = deviceOf(await openDeviceDb())
  await device.remember(profile)
  const engine = engineOf(profile, await openAccountDb(account), device, phone.platform())
  open.push(engine)
  phone.server
    .on(/GET \/api\/sync/, { body: { cursor: 'c', full: true, serverTime: '', stores: [store], ...nothing } })
    .on(/GET \/api\/sync\/products/, { body: { items: [], cursor: 'p', more: false } })
    .on(/GET \/api\/order-deliveries/, {
      body: { items: [due(), due({ orderId: 'o2', shipmentId: null, number: null })] },
    })
    .on(/GET \/api\/orders\/o1\/fulfilment/, { body: fulfilment() })
  return { phone, engine }
}
const draft = (shipmentId: string | null = 's1', id = 'r1') =>
  receiptDraft(fulfilment(), shipmentId, { ...receiptForm(null), id }, [])

test('with a sync whoever receives has what comes, and its lines, without network; nobody else asks', async () => {
  const { phone, engine } = await phoneOf('ordering.receive_order')
  await engine.sync()
  phone.online = false
  const views = await readDeliveries(engine, 'store')
  expect(views?.map(({ stand, begun }) => [stand, begun])).toEqual([
    ['here', false],
    ['notSent', false],
  ])
  expect((await readDelivered(engine, 'o1')).told?.shipments.map(({ id }) => id)).toEqual(['s1'])
  expect(phone.server.sent(/fulfilment/)).toHaveLength(1)
  const other = await phoneOf('stores.read')
  await other.engine.sync()
  expect(other.phone.server.sent(/order/)).toEqual([])
})

test('a receipt waits, is refused and mended under its own id, and goes out once; then its order is told anew', async () => {
  const { phone, engine } = await phoneOf('ordering.receive_order')
  await engine.sync()
  phone.online = false
  await engine.enqueue(draft())
  expect((await readDeliveries(engine, 'store'))?.map(({ stand }) => stand)).toEqual(['unsent', 'notSent'])
  phone.server.on(/POST .*receipts/, (_, times) =>
    times === 1
      ? { status: 422, body: { code: 'invalid', title: '', detail: '太多', errors: [] } }
      : { body: fulfilment() },
  )
  phone.online = true
  await engine.flush()
  const [refused] = (await readDelivered(engine, 'o1')).commands
  expect((await readDeliveries(engine, 'store'))?.[0]?.stand).toBe('notTaken')
  const again = receiptForm(refused ?? null)
  expect(again.id).toBe('r1')
  await engine.enqueue(receiptDraft(fulfilment(), 's1', again, []))
  await engine.flush()
  expect((await readDelivered(engine, 'o1')).commands.map(({ state }) => state)).toEqual(['done'])
  phone.clock += 1_000
  phone.server.on(/GET \/api\/order-deliveries/, { body: { items: [] } })
  await engine.sync()
  expect((await readDelivered(engine, 'o1')).commands).toEqual([])
  expect(phone.server.sent(/fulfilment/)).toHaveLength(2)
  expect(phone.server.sent(/receipts/).map(({ body }) => body['id'])).toEqual(['r1', 'r1'])
})

test('a return that is refused is mended under its own id, with the photo that was handed on', async () => {
  const { phone, engine } = await phoneOf('ordering.receive_order')
  const said = { ...returnForm(null), productId: 'milk', quantity: '3', note: '漏', photoIds: ['p1'] }
  phone.server.on(/POST .*order-claims/, (_, times) =>
    times === 1 ? { status: 422, body: { code: 'invalid', title: '', detail: '太多', errors: [] } } : { body: {} },
  )
  const { seq } = await engine.enqueue(returnDraft(fulfilment(), said))
  await engine.flush()
  const [refused] = await engine.queue.all()
  const again = returnForm(refused ?? null)
  expect([refused?.state, again.id, again.quantity, again.sent]).toEqual(['refused', said.id, '3', ['p1']])
  const mended = await engine.enqueue(returnDraft(fulfilment(), { ...again, quantity: '2', photoIds: again.sent }))
  await engine.flush()
  expect(mended.seq).toBe(seq)
  expect(phone.server.sent(/order-claims/).map(({ body }) => [body['id'], body['quantity']])).toEqual([
    [said.id, '3'],
    [said.id, '2'],
  ])
})

test('today shows what is due or late, and what was begun or waits of later days', async () => {
  const { engine } = await phoneOf('ordering.receive_order')
  const later = due({ orderId: 'o3', shipmentId: 's3', expectedOn: '2026-11-24' })
  const all = [due({ expectedOn: '2026-11-20' }), later, due({ shipmentId: null })]
  const noon = Date.parse('2026-11-22T04:00:00Z')
  const shown = (forms: string[] = [], commands = [] as never[]) =>
    dueToday(deliveriesWith(all, store, commands, new Set(forms), noon)).map(({ inDays }) => inDays)
  expect(shown()).toEqual([-2])
  expect(shown(['order.receive|o3|s3'])).toEqual([-2, 2])
  const waiting = await engine.enqueue({ ...draft('s3'), lane: 'delivery:o3' })
  expect(shown([], [waiting as never])).toEqual([-2, 2])
})
