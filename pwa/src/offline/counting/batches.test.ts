import { afterEach, expect, test } from 'vitest'
import type { CountLineForm } from '@/api/types'
import type { Engine } from '../engine'
import { count, scan } from '../testing/counting'
import { FakePhone, profileOf, type Heard } from '../testing/harness'
import { laneOf } from './batches'
import { closingDraft, submissionDraft } from './drafts'
import { readCounting } from './reads'

const open: Engine[] = []
afterEach(() => open.splice(0).forEach((engine) => engine.close()))

let counter = 0
async function counterOf() {
  const phone = new FakePhone()
  const account = `batches-${++counter}`
  phone.server.on(/GET \/api\/sync/, { status: 503 })
  phone.server.on(/^PUT .*lines/, ({ body }) => ({ body: { taken: linesOf(body).length, known: 0, refused: [] } }))
  const { engine, device } = await phone.tab(account)
  await device.remember(profileOf(account))
  open.push(engine)
  await engine.db.put('counts', count())
  const puts = () => phone.server.sent(/^PUT/)
  return { phone, engine, device, account, puts }
}
const linesOf = (body: Heard['body']) => body['lines'] as CountLineForm[]
const key = (heard: Heard) => heard.headers['idempotency-key']
const gathered = async ({ phone, engine }: Awaited<ReturnType<typeof counterOf>>) => {
  phone.clock += 10_000
  await engine.flush()
}

test('2,000 lines scanned offline go out as four batches of one command, zone’s end and submission behind them', async () => {
  const its = await counterOf()
  const { phone, engine } = its
  phone.online = false
  for (let n = 0; n < 2_000; n++) await engine.count(scan(`product-${n}`, phone.clock + n))
  expect((await engine.queue.all()).map(({ kind }) => kind)).toEqual(['count.lines'])
  const shop = count()
  await engine.queue.hasten(laneOf('c'))
  const [zone] = shop.zones
  if (zone) await engine.enqueue(closingDraft(shop, zone))
  await engine.enqueue(submissionDraft(shop))
  phone.online = true
  await engine.resume()
  expect(its.puts().map(({ body }) => linesOf(body).length)).toEqual([500, 500, 500, 500])
  expect(new Set(its.puts().map(key)).size).toBe(4)
  expect(new Set(its.puts().flatMap(({ body }) => linesOf(body).map(({ id }) => id))).size).toBe(2_000)
  const posts = phone.server.heard.filter(({ method }) => method !== 'GET').slice(4)
  expect(posts.map(({ path, body }) => [path, body])).toEqual([
    ['/api/counts/c/zones/front/closing', {}],
    ['/api/counts/c/submission', { round: 1, lines: 2_000 }],
  ])
  expect(await engine.status()).toMatchObject({ waiting: 0, refused: 0 })
}, 30_000)

test('scans of one product become one line with its steps, sent once they have gathered', async () => {
  const its = await counterOf()
  for (let n = 0; n < 3; n++) await its.engine.count(scan('milk', its.phone.clock + n * 1_000))
  await its.engine.flush()
  expect(its.puts()).toEqual([])
  await gathered(its)
  const [line] = its.puts().flatMap(({ body }) => linesOf(body))
  expect(line).toMatchObject({ productId: 'milk', quantity: '3', revision: 3, countedAt: '2026-11-22T08:00:02.000Z' })
  expect(line?.scans).toHaveLength(3)
  await its.engine.count(scan('milk', its.phone.clock))
  await gathered(its)
  expect(linesOf(its.puts()[1]?.body ?? {})).toMatchObject([{ id: line?.id, quantity: '4', revision: 4 }])
})

test('what is scanned while a batch is on its way goes with the next', async () => {
  const its = await counterOf()
  its.phone.server.on(/^PUT .*lines/, async ({ body }, times) => {
    if (times === 1) await its.engine.count(scan('milk', its.phone.clock))
    return { body: { taken: linesOf(body).length, known: 0, refused: [] } }
  })
  await its.engine.count(scan('milk', its.phone.clock))
  await gathered(its)
  await gathered(its)
  expect(its.puts().map(({ body }) => linesOf(body).map(({ quantity, revision }) => [quantity, revision]))).toEqual([
    [['1', 1]],
    [['2', 2]],
  ])
})

test('a phone that was killed while a batch was on its way asks again with the same key and body, then goes on', async () => {
  const its = await counterOf()
  const { phone, engine, account } = its
  phone.server.on(/^PUT .*lines/, (_heard, times) =>
    times === 1 ? 'no network' : { body: { taken: 1, known: 0, refused: [] } },
  )
  await engine.count(scan('milk', phone.clock))
  await gathered(its)
  await engine.count(scan('tea', phone.clock))
  engine.close()
  const { engine: after } = await phone.tab(account)
  open.push(after)
  phone.clock += 120_000
  await after.resume()
  phone.clock += 10_000
  await after.flush()
  const [first, again, next] = its.puts()
  expect(again?.body).toEqual(first?.body)
  expect(key(again as Heard)).toBe(key(first as Heard))
  expect(linesOf(next?.body ?? {}).map(({ productId }) => productId)).toEqual(['tea'])
  expect(its.puts()).toHaveLength(3)
})

test('a line that was not taken keeps its reason and no other from being taken; scanned again it is sent again', async () => {
  const its = await counterOf()
  const { phone, engine } = its
  phone.server.on(/^PUT .*lines/, ({ body }, times) => {
    const refused = linesOf(body).filter(({ productId }) => productId === 'tea')
    return {
      body: { taken: 1, known: 0, refused: times > 1 ? [] : refused.map(({ id }) => ({ id, reason: 'no_zone' })) },
    }
  })
  await engine.count(scan('milk', phone.clock))
  await engine.count(scan('tea', phone.clock + 1))
  await gathered(its)
  const reasons = async () =>
    (await readCounting(engine, 'c'))?.lines.map(({ productId, refusal }) => [productId, refusal])
  expect(new Map((await reasons()) as [string, string | null][])).toEqual(
    new Map([
      ['milk', null],
      ['tea', 'no_zone'],
    ]),
  )
  expect(await engine.status()).toMatchObject({ waiting: 0, refused: 1 })
  await engine.count(scan('tea', phone.clock))
  await gathered(its)
  expect(await engine.status()).toMatchObject({ waiting: 0, refused: 0 })
})

test('a submission states the lines that were taken in its round, not those refused or of the round before', async () => {
  const its = await counterOf()
  const { phone, engine } = its
  await engine.count(scan('milk', phone.clock))
  await engine.count(scan('tea', phone.clock))
  await gathered(its)
  const again = count({ status: 'recount', round: 2, recountIds: ['milk'] })
  await engine.db.put('counts', again)
  await engine.count(scan('milk', phone.clock, 5, 2))
  await engine.queue.hasten(laneOf('c'))
  await engine.enqueue(submissionDraft(again))
  await engine.flush()
  expect(phone.server.sent(/submission/).map(({ body }) => body)).toEqual([{ round: 2, lines: 1 }])
})

test('whoever counts on after submitting without network has not submitted', async () => {
  const { phone, engine } = await counterOf()
  phone.online = false
  await engine.count(scan('milk', phone.clock))
  await engine.enqueue(submissionDraft(count()))
  expect((await readCounting(engine, 'c'))?.count.status).toBe('submitted')
  await engine.count(scan('tea', phone.clock))
  expect((await readCounting(engine, 'c'))?.count.status).toBe('open')
  expect((await engine.queue.all()).map(({ kind }) => kind)).toEqual(['count.lines'])
})

test('lines of a count that ended elsewhere wait for the person, who may let them go', async () => {
  const its = await counterOf()
  const { phone, engine } = its
  phone.server.on(/^PUT/, {
    status: 409,
    body: { code: 'conflict', detail: '不再接收', current: count({ status: 'submitted' }) },
  })
  await engine.count(scan('milk', phone.clock))
  await gathered(its)
  const [refused] = await engine.queue.all()
  expect(refused).toMatchObject({ state: 'refused', refusal: { message: '不再接收' } })
  await engine.queue.discard(refused?.seq ?? 0)
  expect(await engine.db.count('countLines')).toBe(0)
})

test('another store chosen on the phone meanwhile gets nothing of what was scanned for the first', async () => {
  const its = await counterOf()
  its.phone.online = false
  await its.engine.db.put('facts', 'store', 'storeId')
  await its.engine.count(scan('milk', its.phone.clock))
  await its.engine.db.put('facts', 'another-store', 'storeId')
  await its.engine.db.put('counts', count({ id: 'other', storeId: 'another-store' }))
  its.phone.online = true
  await its.engine.resume()
  await gathered(its)
  const sent = its
    .puts()
    .map(({ path, body }) => [path, linesOf(body).map(({ productId, zoneId }) => [productId, zoneId])])
  expect(sent).toEqual([['/api/counts/c/lines', [['milk', 'front']]]])
  expect((await readCounting(its.engine, 'other'))?.lines).toEqual([])
})

test('what one person scanned on a phone the next neither sees nor sends', async () => {
  const { phone, engine, device, puts } = await counterOf()
  await engine.count(scan('milk', phone.clock))
  await device.remember(profileOf('colleague'))
  const { engine: others } = await phone.tab('colleague')
  open.push(others)
  phone.clock += 10_000
  await others.resume()
  await engine.resume()
  expect(puts()).toEqual([])
  expect(await others.db.count('countLines')).toBe(0)
  expect(await engine.status()).toMatchObject({ waiting: 1, pause: 'otherAccount' })
})
