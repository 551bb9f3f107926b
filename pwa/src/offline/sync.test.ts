import { afterEach, expect, test } from 'vitest'
import type { SyncAnswer } from '@/api/types'
import type { Engine } from './engine'
import { readVisit, refresh } from './reads'
import { forgetOld } from './sync'
import { FakePhone, profileOf } from './testing/harness'
import { answer, checkpoint, store, task, visit } from './testing/samples'

const open: Engine[] = []
afterEach(() => open.splice(0).forEach((engine) => engine.close()))

let counter = 0
async function phoneOf() {
  const phone = new FakePhone()
  const account = `sync-${++counter}`
  const { engine, device } = await phone.tab(account)
  await device.remember(profileOf(account))
  open.push(engine)
  const tell = (told: Partial<SyncAnswer>) =>
    phone.server.on(/GET \/api\/sync/, {
      body: { ...nothing, serverTime: new Date(phone.clock).toISOString(), ...told },
    })
  return { phone, engine, device, tell }
}
const nothing = {
  cursor: 'c1',
  full: false,
  visits: [],
  visitAnswers: [],
  templates: [],
  tasks: [],
  stores: [],
  counts: [],
  notifications: [],
  transfers: [],
  unread: 0,
}

test('a delta adds to what is there and is asked from the last cursor, a full answer replaces it', async () => {
  const { phone, engine, tell } = await phoneOf()
  tell({ full: true, stores: [store], tasks: [task()] })
  await engine.sync()
  tell({ cursor: 'c2', tasks: [task({ id: 'u' })] })
  await engine.sync()
  expect((await engine.db.getAll('tasks')).map(({ id }) => id)).toEqual(['t', 'u'])
  tell({ cursor: 'c3', full: true, tasks: [task({ id: 'w' })] })
  await engine.sync()
  expect((await engine.db.getAll('tasks')).map(({ id }) => id)).toEqual(['w'])
  expect(await engine.db.getAll('stores')).toEqual([])
  expect(phone.server.sent(/sync/).map(({ path }) => path)).toEqual([
    '/api/sync?answers=true',
    '/api/sync?since=c1&answers=true',
    '/api/sync?since=c2&answers=true',
  ])
})

test('of a visit under way only its changed answers come; one that is not here is fetched whole', async () => {
  const { phone, engine, tell } = await phoneOf()
  const [known, other] = [visit([checkpoint('a'), checkpoint('b')]), { ...visit([checkpoint('c')]), id: 'w' }]
  tell({ full: true, visits: [known] })
  await engine.sync()
  phone.server.on(/GET \/api\/inspections\/w/, { body: other })
  const comesTo = { notAsked: [], answered: 1, total: 2, pending: 0, needsPerson: 0 }
  const given = answer('b', { outcome: 'fail' })
  tell({
    cursor: 'c2',
    visitAnswers: [
      { visitId: 'v', answers: [given], ...comesTo },
      { visitId: 'w', answers: [], ...comesTo },
    ],
  })
  await engine.sync()
  const kept = await engine.db.getAll('visits')
  expect(kept.map(({ id }) => id)).toEqual(['v', 'w'])
  expect(kept[0]).toEqual({
    ...known,
    ...comesTo,
    answers: known.answers.map((each) => (each.checkpointId === 'b' ? given : each)),
  })
})

test('an answer shows from tap to sync without a gap, and what was sent is forgotten only then', async () => {
  const { phone, engine, tell } = await phoneOf()
  tell({ full: true, visits: [visit([checkpoint('a')])] })
  await engine.sync()
  const outcome = async () => (await readVisit(engine, 'v'))?.answers[0]?.outcome
  const path = '/api/inspections/v/answers/a'
  const body = { outcome: 'pass', photos: [], ifVersion: null }
  await engine.enqueue({ kind: 'visit.answer', lane: 'inspection:v', method: 'PUT', path, body, target: path })
  expect(await outcome()).toBe('pass')
  await engine.flush()
  expect(await outcome()).toBe('pass')
  expect(await engine.queue.all()).toHaveLength(1)
  phone.clock += 1_000
  tell({
    cursor: 'c2',
    visits: [visit([checkpoint('a')], { answers: [answer('a', { outcome: 'pass', version: 1 })] })],
  })
  await engine.sync()
  expect(await outcome()).toBe('pass')
  expect(await engine.queue.all()).toEqual([])
})

test('an old visit that is opened stays through later syncs, and is let go at the next start of the app', async () => {
  const { phone, engine, tell } = await phoneOf()
  const old = visit([checkpoint('a')], {
    status: 'scored',
    submittedAt: new Date(phone.clock - 31 * 86_400_000).toISOString(),
  })
  phone.server.on(/GET \/api\/inspections\/v/, { body: old })
  tell({ full: true })
  await refresh(engine, 'visits', 'v')
  tell({ cursor: 'c2' })
  await engine.sync()
  expect((await readVisit(engine, 'v'))?.status).toBe('scored')
  await forgetOld(engine.db, phone.clock)
  expect(await readVisit(engine, 'v')).toBeNull()
})

test('the clock of a device that is a day behind is measured', async () => {
  const { phone, engine, device, tell } = await phoneOf()
  tell({ serverTime: new Date(phone.clock + 86_400_000).toISOString() })
  await engine.sync()
  expect(await device.clockOffset()).toBe(86_400_000)
})

test('without network a sync changes nothing and says so', async () => {
  const { phone, engine } = await phoneOf()
  phone.server.on(/GET \/api\/sync/, 'no network')
  expect(await engine.sync()).toBe(false)
  expect(await engine.status()).toMatchObject({ online: false, syncedAt: null })
})
