import { afterEach, expect, test } from 'vitest'
import { offered } from '@/api/testing/contract'
import type { Profile } from '@/api/types'
import { openAccountDb, openDeviceDb } from '../database'
import { deviceOf } from '../device'
import { engineOf, type Engine } from '../engine'
import { FakePhone, profileOf } from '../testing/harness'
import { expiringLot, store, wasteReport } from '../testing/samples'
import { decisionDraft, markDownDraft, wasteDraft } from './drafts'
import { readApprovals, readLots, readStands } from './reads'

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
  phone.clock = Date.now()
  const account = `fresh-${++counter}`
  const profile: Profile = { ...profileOf(account), permissions }
  const device = deviceOf(await openDeviceDb())
  await device.remember(profile)
  const engine = engineOf(profile, await openAccountDb(account), device, phone.platform())
  open.push(engine)
  phone.server
    .on(/GET \/api\/sync/, { body: { cursor: 'c', full: true, serverTime: '', stores: [store], ...nothing } })
    .on(/GET \/api\/stock\/expiring\?store=store&limit/, { body: { items: [expiringLot()], next: 'more' } })
    .on(/GET \/api\/stock\/expiring\?store=store&cursor=more/, {
      body: { items: [expiringLot({ lotId: 'b', daysLeft: -1 })], next: null },
    })
    .on(/GET \/api\/stock\/waste\?/, { body: { items: [wasteReport()] } })
  return { phone, engine }
}

test('with a sync all pages of the only store’s lots are kept for whoever deals with them, and read without network', async () => {
  const { phone, engine } = await phoneOf('stock.handle_lots')
  await engine.sync()
  phone.online = false
  expect(await readStands(engine)).toEqual({ storeId: 'store', near: 1, expired: 1 })
  expect((await readLots(engine, 'store', '王'))?.waste.map(({ id }) => id)).toEqual(['waste'])
  expect(await readApprovals(engine)).toBeNull()
})

test('nobody else asks for lots, and a right that was taken away keeps nothing from being fetched', async () => {
  const { phone, engine } = await phoneOf('stock.approve_waste')
  phone.server.on(/GET \/api\/stock\/waste\?/, { status: 403, body: { code: 'forbidden' } })
  expect(await engine.sync()).toBe(true)
  expect(phone.server.sent(/expiring/)).toEqual([])
  expect(await engine.db.get('facts', 'cursor')).toBe('c')
})

test('a sent step is shown until the lots have been told anew', async () => {
  const { phone, engine } = await phoneOf('stock.handle_lots')
  await engine.sync()
  await engine.enqueue(markDownDraft(expiringLot(), 250))
  await engine.flush()
  expect(phone.server.sent(/POST .*\/lots\/lot\/steps/)).toHaveLength(1)
  expect(
    (await readLots(engine, 'store', '王'))?.lots.find(({ lot }) => lot.lotId === 'lot')?.lot.step?.priceCents,
  ).toBe(250)
})

test('what is done about lots and waste are commands that the server offers, those of a lot in one lane', () => {
  const goods = { storeId: 'store', product: { id: 'milk', name: { zh: '牛奶', en: 'Milk' } } }
  const why = { quantity: '2', reason: 'expired' as const, note: '', photos: [] }
  const lot = expiringLot()
  const drafts = [
    markDownDraft(lot, 250),
    wasteDraft({ ...goods, ...why, lot }),
    wasteDraft({ ...goods, ...why, lot: null }),
    decisionDraft(wasteReport(), false, '看不清'),
  ]
  expect(drafts.map(({ method, path }) => [path, offered(method, path)])).toEqual(
    drafts.map(({ path }) => [path, true]),
  )
  expect(drafts.map(({ lane }) => lane.split(':')[0])).toEqual(['lot', 'lot', 'waste', 'waste'])
  expect(drafts[0]?.lane).toBe(drafts[1]?.lane)
})
