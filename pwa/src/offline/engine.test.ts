import { afterEach, expect, test } from 'vitest'
import type { Engine } from './engine'
import type { Draft } from './records'
import { FakePhone, profileOf, type Heard } from './testing/harness'

const open: Engine[] = []
afterEach(() => open.splice(0).forEach((engine) => engine.close()))

let counter = 0
async function phoneOf(account = `acct-${++counter}`) {
  const phone = new FakePhone()
  phone.server.on(/GET \/api\/sync/, { status: 503 })
  const { engine, device } = await phone.tab(account)
  await device.remember(profileOf(account))
  open.push(engine)
  return { phone, engine, device, account }
}

const answer = (visit: string, checkpoint: string, outcome: string, ifVersion: number | null = null): Draft => ({
  kind: 'visit.answer',
  lane: `inspection:${visit}`,
  method: 'PUT',
  path: `/api/inspections/${visit}/answers/${checkpoint}`,
  body: { outcome, photos: [], ifVersion },
  target: `answer:${visit}:${checkpoint}`,
})
const key = (heard: Heard) => heard.headers['idempotency-key']

test('what was answered without network goes out in order once it is back, each once', async () => {
  const { phone, engine } = await phoneOf()
  phone.online = false
  for (const checkpoint of ['1', '2', '3']) await engine.enqueue(answer('v', checkpoint, 'pass'))
  expect(phone.server.heard).toEqual([])
  expect(await engine.status()).toMatchObject({ online: false, waiting: 3 })
  phone.online = true
  await engine.resume()
  const puts = phone.server.sent(/^PUT/)
  expect(puts.map(({ path }) => path.at(-1))).toEqual(['1', '2', '3'])
  expect(new Set(puts.map(key)).size).toBe(3)
  expect(await engine.status()).toMatchObject({ waiting: 0, refused: 0 })
})

test('an answer lost on the way back is asked again with the same key and body', async () => {
  const { phone, engine } = await phoneOf()
  phone.server.on(/^PUT/, (_heard, times) => (times === 1 ? 'no network' : { body: { version: 1 } }))
  await engine.enqueue(answer('v', '1', 'pass'))
  await engine.flush()
  expect(await engine.status()).toMatchObject({ waiting: 1 })
  phone.clock += 120_000
  await engine.flush()
  const puts = phone.server.sent(/^PUT/)
  expect(puts).toHaveLength(2)
  expect(puts[1]?.body).toEqual(puts[0]?.body)
  expect(new Set(puts.map(key)).size).toBe(1)
})

test('a refused command is kept with its reason and stops its lane only', async () => {
  const { phone, engine } = await phoneOf()
  phone.server.on(/answers\/1$/, { status: 422, body: { code: 'invalid', detail: '数值超出范围', errors: [] } })
  await engine.enqueue(answer('v', '1', 'pass'))
  await engine.enqueue(answer('v', '2', 'pass'))
  await engine.enqueue(answer('w', '3', 'pass'))
  await engine.flush()
  expect(phone.server.sent(/^PUT/).map(({ path }) => path.at(-1))).toEqual(['1', '3'])
  const refused = (await engine.queue.all()).find(({ state }) => state === 'refused')
  expect(refused?.refusal).toMatchObject({ status: 422, message: '数值超出范围' })
  expect(await engine.status()).toMatchObject({ waiting: 1, refused: 1 })
})

test('a server error delays its lane by the back-off, another lane goes on', async () => {
  const { phone, engine } = await phoneOf()
  phone.server.on(/answers\/1$/, (_heard, times) => (times === 1 ? { status: 500 } : { body: {} }))
  await engine.enqueue(answer('v', '1', 'pass'))
  await engine.enqueue(answer('w', '2', 'pass'))
  await engine.flush()
  await engine.flush()
  expect(phone.server.sent(/answers\/1$/)).toHaveLength(1)
  expect(phone.server.sent(/answers\/2$/)).toHaveLength(1)
  phone.clock += 1_500
  await engine.flush()
  expect(phone.server.sent(/answers\/1$/)).toHaveLength(2)
})

test('Retry-After of a 429 holds everything back until then', async () => {
  const { phone, engine } = await phoneOf()
  phone.server.on(/answers\/1$/, (_heard, times) =>
    times === 1 ? { status: 429, headers: { 'Retry-After': '30' } } : {},
  )
  await engine.enqueue(answer('v', '1', 'pass'))
  await engine.enqueue(answer('w', '2', 'pass'))
  await engine.flush()
  phone.clock += 29_000
  await engine.flush()
  expect(phone.server.sent(/^PUT/)).toHaveLength(1)
  phone.clock += 1_000
  await engine.flush()
  expect(phone.server.sent(/^PUT/)).toHaveLength(3)
})

test('a portal page answered with 200 is not taken for done', async () => {
  const { phone, engine } = await phoneOf()
  phone.server.on(/^PUT/, { headers: { 'Content-Type': 'text/html' } })
  await engine.enqueue(answer('v', '1', 'pass'))
  await engine.flush()
  expect(await engine.status()).toMatchObject({ waiting: 1, refused: 0 })
})

test('an expired session pauses the queue until log-in, then it goes out with the new token', async () => {
  const { phone, engine, device, account } = await phoneOf()
  phone.server.on(/^PUT/, ({ headers }) => (headers['x-csrf-token'] === 'renewed' ? {} : { status: 401 }))
  await engine.enqueue(answer('v', '1', 'pass'))
  await engine.enqueue(answer('w', '2', 'pass'))
  await engine.flush()
  expect(phone.server.sent(/^PUT/)).toHaveLength(1)
  expect(await engine.status()).toMatchObject({ waiting: 2, pause: 'login' })
  await device.remember({ ...profileOf(account), csrf: 'renewed' })
  await engine.resume()
  expect(phone.server.sent(/^PUT/).at(-1)?.headers['x-csrf-token']).toBe('renewed')
  expect(await engine.status()).toMatchObject({ waiting: 0, pause: null })
})

test('another person on the same phone neither sends nor sees what waits', async () => {
  const { phone, engine, device } = await phoneOf()
  phone.online = false
  await engine.enqueue(answer('v', '1', 'pass'))
  await device.remember(profileOf('other-person'))
  const { engine: others } = await phone.tab('other-person')
  open.push(others)
  phone.online = true
  await others.resume()
  await engine.resume()
  expect(phone.server.sent(/^PUT/)).toEqual([])
  expect(await others.queue.all()).toEqual([])
  expect(await engine.status()).toMatchObject({ waiting: 1, pause: 'otherAccount' })
})

test('two edits of one answer in a row carry the version that the first one made', async () => {
  const { phone, engine } = await phoneOf()
  let release: (() => void) | undefined
  const gate = new Promise<void>((resolve) => (release = resolve))
  phone.server.on(/^PUT/, async ({ body }) => {
    if (body['outcome'] === 'pass') await gate
    return { body: { version: Number(body['ifVersion'] ?? 0) + 1 } }
  })
  await engine.enqueue(answer('v', '1', 'pass', 3))
  const flushing = engine.flush()
  await expect.poll(() => phone.server.sent(/^PUT/).length).toBe(1)
  await engine.enqueue(answer('v', '1', 'fail', 3))
  release?.()
  await flushing
  await engine.flush()
  expect(phone.server.sent(/^PUT/).map(({ body }) => [body['outcome'], body['ifVersion']])).toEqual([
    ['pass', 3],
    ['fail', 4],
  ])
})

test('two tabs send each command once', async () => {
  const { phone, engine, account } = await phoneOf()
  const { engine: second } = await phone.tab(account)
  open.push(second)
  await Promise.all([1, 2, 3, 4].map((n) => (n % 2 ? engine : second).enqueue(answer(`v${n}`, '1', 'pass'))))
  await Promise.all([engine.flush(), second.flush()])
  expect(phone.server.sent(/^PUT/)).toHaveLength(4)
  expect(new Set(phone.server.sent(/^PUT/).map(key)).size).toBe(4)
})

test('each command carries the device time and how far the server clock was ahead', async () => {
  const { phone, engine, device } = await phoneOf()
  await device.measure(phone.clock + 86_400_000, phone.clock, phone.clock)
  await engine.enqueue(answer('v', '1', 'pass'))
  await engine.flush()
  expect(phone.server.sent(/^PUT/)[0]?.headers).toMatchObject({
    'storewalk-occurred-at': '2026-11-22T08:00:00.000Z',
    'storewalk-clock-offset-ms': '86400000',
    'storewalk-device-seq': '1',
  })
})
