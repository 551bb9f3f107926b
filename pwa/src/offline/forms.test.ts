import { afterEach, expect, test } from 'vitest'
import type { Engine } from './engine'
import { changeForm, readForm } from './forms'
import { FakePhone } from './testing/harness'
import { requestDraft } from './transfers/drafts'
import { receiveForm, requestKey, shipForm, type RequestForm } from './transfers/forms'

const open: Engine[] = []
afterEach(() => open.splice(0).forEach((engine) => engine.close()))

let counter = 0
async function phoneOf(phone = new FakePhone(), account = `forms-${++counter}`) {
  phone.online = false
  const { engine } = await phone.tab(account)
  open.push(engine)
  return { phone, engine, account }
}
const request = (note: string): RequestForm => ({
  id: note,
  direction: 'in',
  other: null,
  note,
  goods: [],
  unknown: [],
})
const [here, there] = [requestKey('here'), requestKey('there')]
const end = (id: string) => ({ id, name: id })

test('what was begun is there after the app was killed, for its own store and its own person', async () => {
  const { phone, engine, account } = await phoneOf()
  await changeForm(engine.db, here, () => request('a'))
  engine.close()
  const again = await phoneOf(phone, account)
  expect(await readForm(again.engine.db, here)).toEqual(request('a'))
  expect(await readForm(again.engine.db, there)).toBeNull()
  const other = await phoneOf(phone)
  expect(await readForm(other.engine.db, here)).toBeNull()
})

test('two tabs that fill the same form add to each other', async () => {
  const { phone, engine, account } = await phoneOf()
  const second = (await phoneOf(phone, account)).engine
  const scan = (one: Engine, code: string) =>
    changeForm<RequestForm>(one.db, here, (before) => {
      const form = before ?? request('a')
      return { ...form, unknown: [...form.unknown, code] }
    })
  await Promise.all([scan(engine, '1'), scan(second, '2'), scan(engine, '3')])
  expect((await readForm<RequestForm>(engine.db, here))?.unknown.toSorted()).toEqual(['1', '2', '3'])
})

test('a form leaves with the command that it became, and another store’s stays', async () => {
  const { engine } = await phoneOf()
  for (const key of [here, there]) await changeForm(engine.db, key, () => request(key))
  await engine.enqueue(requestDraft('t', end('there'), end('here'), '', []), [], here)
  expect([await readForm(engine.db, here), await readForm(engine.db, there)]).toEqual([null, request(there)])
  const [queued] = await engine.queue.all()
  expect(queued?.body).toMatchObject({ id: 't', fromStoreId: 'there', toStoreId: 'here' })
})

test('a step that was refused begins anew with what was counted, its reasons and its photos', async () => {
  const { engine } = await phoneOf()
  const step = { lane: 'transfer:t', method: 'POST' as const, path: '/', about: null }
  const ship = await engine.enqueue({
    ...step,
    kind: 'transfer.ship',
    body: { lines: [{ lineId: 'l', quantity: '5' }] },
  })
  expect(shipForm(ship)).toEqual({ counted: { l: 5 }, extras: [] })
  const short = { partId: 'p', received: '7', reason: 'damaged', note: '破了', photoIds: ['photo'] }
  const extras = [{ code: '4006', productId: null, quantity: '2' }]
  const body = { place: 'back_room', differences: [short], extras }
  expect(receiveForm(await engine.enqueue({ ...step, kind: 'transfer.receive', body }))).toEqual({
    counted: { p: 7 },
    because: { p: { reason: 'damaged', note: '破了', photos: [], sent: ['photo'] } },
    extras: [{ code: '4006', product: null, quantity: 2, why: 'unknown' }],
    place: 'back_room',
  })
  expect(receiveForm(ship)).toEqual({ counted: {}, extras: [], because: {}, place: 'shelf' })
})
