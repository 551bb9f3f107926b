import { afterEach, expect, test } from 'vitest'
import { offered } from '@/api/testing/contract'
import type { EnterSignalForm, Profile, Signal } from '@/api/types'
import { openAccountDb, openDeviceDb } from '../database'
import { deviceOf } from '../device'
import { engineOf, type Engine } from '../engine'
import { FakePhone, profileOf } from '../testing/harness'
import { store } from '../testing/samples'
import { businessDay } from './days'
import { cancelDraft, endDraft, enterDraft } from './drafts'
import { byTime, type SignalView } from './overlay'
import { readSignals, refreshSignals } from './reads'

const open: Engine[] = []
afterEach(() => open.splice(0).forEach((engine) => engine.close()))

const ME = { id: 'me', name: '王店长' }
const WORDS = { zh: '商场店庆', en: 'Mall anniversary' }
const signal = (more: Partial<Signal> = {}): Signal => ({
  id: 'told',
  kind: 'mall_anniversary',
  name: '',
  firstDay: '2026-11-20',
  lastDay: '2026-11-27',
  uplift: 1.5,
  everywhere: false,
  places: [{ id: store.id, name: store.name, kind: 'store' }],
  products: [],
  categories: [],
  note: '',
  status: 'planned',
  enteredBy: 'me',
  enteredByName: ME.name,
  measured: null,
  evidenceDays: null,
  reviewedAt: null,
  mayChange: true,
  version: 1,
  recordedAt: '2026-11-19T08:00:00Z',
  ...more,
})
const form = (more: Partial<EnterSignalForm> = {}): EnterSignalForm & { id: string } => ({
  kind: 'viral_product',
  name: '',
  firstDay: '2026-11-29',
  lastDay: '2026-12-06',
  uplift: 2,
  placeIds: [store.id],
  productIds: ['unknown here'],
  categoryIds: [],
  note: '',
  ...more,
  id: more.id ?? 'new',
})

let counter = 0
async function phoneOf(told: Signal[]) {
  const phone = new FakePhone()
  phone.clock = Date.now()
  const account = `signals-${++counter}`
  const profile: Profile = profileOf(account)
  const device = deviceOf(await openDeviceDb())
  await device.remember(profile)
  const engine = engineOf(profile, await openAccountDb(account), device, phone.platform())
  open.push(engine)
  await engine.db.put('stores', store)
  phone.server.on(/GET \/api\/demand\/signals\?/, { body: { items: told, next: null } })
  const read = async () => (await readSignals(engine, store.id, ME))?.signals ?? []
  return { phone, engine, read }
}

test('what is told without network stands in the list at once, and the latest to begin is on top', async () => {
  const { phone, engine, read } = await phoneOf([signal()])
  await refreshSignals(engine, store.id)
  phone.online = false
  await engine.enqueue(enterDraft(form(), WORDS))
  const [first, second] = await read()
  expect(first).toMatchObject({ unsent: true, signal: { id: 'new', uplift: 2, enteredByName: ME.name, version: 0 } })
  expect(first?.signal).toMatchObject({ mayChange: false, products: [{ id: 'unknown here', name: { zh: '–' } }] })
  expect(second).toMatchObject({ unsent: false, signal: { id: 'told' } })
})

test('an event of another store is not in this one’s list, and an unknown store has none', async () => {
  const { phone, engine, read } = await phoneOf([])
  phone.online = false
  await engine.enqueue(enterDraft(form({ placeIds: ['elsewhere'] }), WORDS))
  expect(await read()).toEqual([])
  expect(await readSignals(engine, 'elsewhere', ME)).toBeNull()
})

test('an end or a cancellation shows before it is sent', async () => {
  const { phone, engine, read } = await phoneOf([signal(), signal({ id: 'other', firstDay: '2026-11-19' })])
  await refreshSignals(engine, store.id)
  phone.online = false
  await engine.enqueue(endDraft(signal(), '2026-11-22', WORDS))
  await engine.enqueue(cancelDraft(signal({ id: 'other' }), WORDS))
  expect((await read()).map(({ signal: { lastDay, status }, unsent }) => [lastDay, status, unsent])).toEqual([
    ['2026-11-22', 'planned', true],
    ['2026-11-27', 'cancelled', true],
  ])
})

test('once the server has told the changed event, an old change no longer lies over it', async () => {
  const { phone, engine, read } = await phoneOf([signal({ version: 2, lastDay: '2026-11-25' })])
  await refreshSignals(engine, store.id)
  phone.online = false
  await engine.enqueue(endDraft(signal(), '2026-11-22', WORDS))
  expect((await read())[0]?.signal.lastDay).toBe('2026-11-25')
})

test('what goes on comes before what is to come, and what is over or cancelled is apart', () => {
  const view = (more: Partial<Signal>): SignalView => ({ signal: signal(more), unsent: false, refused: null })
  const views = [
    view({ id: 'next', firstDay: '2026-12-01', lastDay: '2026-12-02' }),
    view({ id: 'last day', firstDay: '2026-11-25', lastDay: '2026-11-29' }),
    view({ id: 'cancelled', lastDay: '2026-12-30', status: 'cancelled' }),
    view({ id: 'over', lastDay: '2026-11-28' }),
  ]
  const { coming, past } = byTime(views, '2026-11-29')
  expect(coming.map(({ signal: { id } }) => id)).toEqual(['last day', 'next'])
  expect(past.map(({ signal: { id } }) => id)).toEqual(['cancelled', 'over'])
})

test('the business day is the store’s own', () => {
  const at = Date.parse('2026-11-28T19:30:00Z') // half past three at night in Shanghai
  const shanghai = { timeZone: 'Asia/Shanghai', businessDayCut: '04:00' }
  expect(businessDay(shanghai, at)).toBe('2026-11-28')
  expect(businessDay({ ...shanghai, businessDayCut: '00:00' }, at)).toBe('2026-11-29')
})

test('all that is sent about events are commands that the server offers, those of an event in one lane', () => {
  const drafts = [
    enterDraft(form({ id: 'told' }), WORDS),
    endDraft(signal(), '2026-11-22', WORDS),
    cancelDraft(signal(), WORDS),
  ]
  expect(drafts.map(({ method, path }) => offered(method, path))).toEqual([true, true, true])
  expect(new Set(drafts.map(({ lane }) => lane))).toEqual(new Set(['signal:told']))
})
