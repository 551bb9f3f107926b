import { afterEach, expect, test } from 'vitest'
import type { ArrivalSheet, Profile } from '@/api/types'
import { openAccountDb, openDeviceDb } from '../database'
import { deviceOf } from '../device'
import { engineOf, type Engine } from '../engine'
import { FakePhone, profileOf } from '../testing/harness'
import { store, visit } from '../testing/samples'
import { keptSheet, refreshSheet } from './keep'
import { keptRoute } from './route'

const open: Engine[] = []
afterEach(() => open.splice(0).forEach((engine) => engine.close()))

const NOON = new Date(2026, 10, 22, 12).getTime()
const DAY = 86_400_000
const day = (later: number) => new Date(NOON + later * DAY).toLocaleDateString('sv')
const nothing = { visitAnswers: [], templates: [], tasks: [], counts: [], transfers: [], notifications: [], unread: 0 }
const sheet = (storeId: string): ArrivalSheet => ({
  storeId,
  openTasks: 3,
  overdueTasks: 1,
  tasks: [],
  scores: [],
  repeats: [],
  gone: [],
  goneCount: 0,
  ending: [],
  endingCount: 0,
})
let counter = 0
async function phoneOf(...permissions: string[]) {
  const phone = new FakePhone()
  phone.clock = NOON
  const account = `arrival-${++counter}`
  const profile: Profile = { ...profileOf(account), permissions }
  const device = deviceOf(await openDeviceDb())
  await device.remember(profile)
  const engine = engineOf(profile, await openAccountDb(account), device, phone.platform())
  open.push(engine)
  const planned = (id: string, storeId: string, later: number) =>
    visit([], { id, storeId, status: 'planned', plannedFor: day(later) })
  const visits = [
    planned('a', 'today', 0),
    planned('b', 'tomorrow', 1),
    planned('c', 'later', 2),
    visit([], { id: 'd', storeId: 'begun', status: 'started', plannedFor: day(0) }),
    visit([], { id: 'e', storeId: 'own', status: 'planned', kind: 'selfCheck', plannedFor: day(0) }),
  ]
  const told = { asOf: new Date(NOON).toISOString(), nearM: 150, items: [sheet('today'), sheet('tomorrow')] }
  phone.server
    .on(/GET \/api\/sync/, { body: { cursor: 'c', full: true, serverTime: '', stores: [store], visits, ...nothing } })
    .on(/GET \/api\/sync\/products/, { body: { items: [], cursor: 'p', more: false } })
    .on(/GET \/api\/arrival-sheets/, { body: told })
    .on(/GET \/api\/visit-routes/, { body: { day: '', stops: [], metres: 4000 } })
  return { phone, engine }
}

test('with a sync the sheets of today’s and tomorrow’s visits are kept, the way to them, and how near is at a store; not at once again', async () => {
  const { phone, engine } = await phoneOf('arrivals.read', 'inspections.conduct')
  await engine.db.put('facts', '{}', `route:${day(-1)}`)
  await engine.sync()
  await engine.sync()
  expect(phone.server.sent(/arrival-sheets\?store=today&store=tomorrow$/)).toHaveLength(1)
  phone.online = false
  await refreshSheet(engine, 'today')
  expect((await keptSheet(engine.db, 'today'))?.sheet.openTasks).toBe(3)
  expect(await engine.db.get('facts', 'nearM')).toBe(150)
  expect(await keptSheet(engine.db, 'later')).toBeNull()
  const routes = await Promise.all([day(-1), day(0), day(1), day(2)].map((each) => keptRoute(engine.db, each)))
  expect(routes.map((route) => route?.metres ?? null)).toEqual([null, 4000, 4000, null])
})

test('nobody else asks for sheets, and a right that was taken away keeps nothing from being fetched', async () => {
  const clerk = await phoneOf('inspections.answer')
  await clerk.engine.sync()
  expect(clerk.phone.server.sent(/arrival/)).toEqual([])
  const { phone, engine } = await phoneOf('arrivals.read')
  phone.server.on(/GET \/api\/arrival-sheets/, { status: 403, body: { code: 'forbidden' } })
  expect(await engine.sync()).toBe(true)
  expect(await engine.db.get('facts', 'cursor')).toBe('c')
})
