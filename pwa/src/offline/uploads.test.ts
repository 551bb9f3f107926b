import { afterEach, expect, test } from 'vitest'
import type { Engine } from './engine'
import type { Draft } from './records'
import { FakePhone, profileOf } from './testing/harness'
import { worthRetrying } from './uploads'

const open: Engine[] = []
afterEach(() => open.splice(0).forEach((engine) => engine.close()))

const naming = (photoId: string): Draft => ({
  kind: 'visit.answer',
  lane: 'inspection:v',
  method: 'PUT',
  path: `/api/inspections/v/answers/${photoId}`,
  body: { photos: [{ id: photoId }] },
})

let counter = 0
async function phoneWithPhoto(id = 'p1') {
  const phone = new FakePhone()
  const account = `uploader-${++counter}`
  phone.server.on(/GET \/api\/sync/, { status: 503 })
  phone.server.on(/POST \/api\/photos$/, ({ body }) => ({
    body: { id: body['id'], state: 'awaiting', upload: { url: '/photos', fields: { key: `k/${String(body['id'])}` } } },
  }))
  phone.server.on(/GET \/api\/photos\//, ({ path }) => ({ body: { id: path.split('/').at(-1), state: 'ready' } }))
  const { engine, device } = await phone.tab(account)
  await device.remember(profileOf(account))
  open.push(engine)
  const add = (photoId: string) =>
    engine.enqueue(naming(photoId), [
      {
        id: photoId,
        storeId: 's',
        purpose: 'shelf',
        sha256: 'ab'.repeat(32),
        contentType: 'image/jpeg',
        bytes: new Uint8Array([1, 2, 3]).buffer,
        small: new Uint8Array([1]).buffer,
        capture: { takenAt: '2026-11-22T08:00:00.000Z', source: 'camera', position: null, device: 'test' },
      },
    ])
  return { phone, engine, add, id }
}

test('a photo is registered, sent, completed, confirmed, and only then deleted here', async () => {
  const { phone, engine, add } = await phoneWithPhoto()
  phone.server.on(/GET \/api\/photos\/p1/, (_heard, times) => ({
    body: { id: 'p1', state: times === 1 ? 'uploaded' : 'ready' },
  }))
  await add('p1')
  await engine.flush()
  expect(phone.server.uploaded).toEqual(['k/p1'])
  expect(await engine.db.get('localPhotos', 'p1')).toMatchObject({ step: 'confirm' })
  expect(await engine.status()).toMatchObject({ waiting: 1 })
  expect([await engine.db.count('photoBytes'), await engine.db.count('photoSmall')]).toEqual([1, 1])
  phone.clock += 5_000
  await engine.flush()
  expect(await engine.db.get('localPhotos', 'p1')).toBeUndefined()
  expect([await engine.db.count('photoBytes'), await engine.db.count('photoSmall')]).toEqual([0, 0])
  expect(await engine.db.get('photos', 'p1')).toMatchObject({ state: 'ready' })
  expect(phone.server.uploaded).toEqual(['k/p1'])
  expect(await engine.status()).toMatchObject({ waiting: 0, refused: 0 })
})

test('text goes before photos that were queued earlier', async () => {
  const { phone, engine, add } = await phoneWithPhoto()
  phone.online = false
  await add('p1')
  await engine.enqueue({ kind: 'visit.submit', lane: 'inspection:v', method: 'POST', path: '/api/submit', body: {} })
  phone.online = true
  await engine.flush()
  expect(phone.server.sent(/^POST/).map(({ path }) => path)).toEqual([
    '/api/submit',
    '/api/photos',
    '/api/photos/p1/complete',
  ])
})

test('a spoken note goes the way of a photo, is sent once and leaves the phone once the server has it', async () => {
  const { phone, engine } = await phoneWithPhoto()
  phone.server.on(/POST \/api\/photos\/v1\/complete/, (_heard, times) => (times === 1 ? 'no network' : {}))
  const note = { id: 'v1', storeId: 's', purpose: 'voice', sha256: 'cd'.repeat(32), contentType: 'audio/webm' } as const
  const capture = { takenAt: '2026-11-22T08:00:00.000Z', source: 'camera', position: null, device: 'test' } as const
  await engine.enqueue(naming('v1'), [{ ...note, bytes: new Uint8Array([1, 2]).buffer, capture }])
  await engine.flush()
  phone.clock += 120_000
  await engine.flush()
  const [announced] = phone.server.sent(/POST \/api\/photos$/)
  expect(announced?.body).toMatchObject({ purpose: 'voice', contentType: 'audio/webm', size: 2 })
  expect(phone.server.uploaded).toEqual(['k/v1'])
  expect(await engine.db.get('localPhotos', 'v1')).toBeUndefined()
  expect(await engine.db.get('photoBytes', 'v1')).toBeUndefined()
})

test('when the network breaks during one of two photos, only that one is sent again', async () => {
  const { phone, engine, add } = await phoneWithPhoto()
  phone.online = false
  await add('p1')
  await add('p2')
  phone.online = true
  phone.server.on(/POST \/api\/photos\/p2\/complete/, (_heard, times) => (times === 1 ? 'no network' : {}))
  await engine.flush()
  expect(phone.server.uploaded).toEqual(['k/p1', 'k/p2'])
  phone.clock += 120_000
  await engine.flush()
  expect(phone.server.uploaded).toEqual(['k/p1', 'k/p2'])
  const completions = phone.server.sent(/p2\/complete/).map(({ headers }) => headers['idempotency-key'])
  expect(new Set(completions).size).toBe(1)
  expect(await engine.status()).toMatchObject({ waiting: 0 })
})

test('a photo that the server refuses stays on the device with the reason', async () => {
  const { phone, engine, add } = await phoneWithPhoto()
  phone.server.on(/GET \/api\/photos\/p1/, { body: { id: 'p1', state: 'refused', reason: 'hash' } })
  await add('p1')
  await engine.flush()
  expect(await engine.status()).toMatchObject({ waiting: 0, refused: 1 })
  expect(await engine.db.get('localPhotos', 'p1')).toBeDefined()
})

test('bytes that the object store lost are sent once more', async () => {
  const { phone, engine, add } = await phoneWithPhoto()
  phone.server.on(/GET \/api\/photos\/p1/, (_heard, times) => ({
    body: { id: 'p1', state: times === 1 ? 'awaiting' : 'ready' },
  }))
  await add('p1')
  await engine.flush()
  phone.clock += 2_000
  await engine.flush()
  expect(phone.server.uploaded).toEqual(['k/p1', 'k/p1'])
  const completions = phone.server.sent(/p1\/complete/).map(({ headers }) => headers['idempotency-key'])
  expect(new Set(completions).size).toBe(2)
  expect(await engine.status()).toMatchObject({ waiting: 0 })
})

test('how far a photo has come is seen in every tab, and an upload that breaks off is not under way any more', async () => {
  const phone = new FakePhone()
  phone.server.on(/GET \/api\/sync/, { status: 503 })
  phone.server.on(/POST \/api\/photos$/, { body: { id: 'p1', state: 'awaiting', upload: { url: '/x', fields: {} } } })
  let breakOff: () => void = () => undefined
  let halfway: () => void = () => undefined
  const seen = new Promise<void>((resolve) => (halfway = resolve))
  const { engine } = await phone.tab('two-tabs', {
    ...phone.platform(),
    upload: (_url, _form, progress) => {
      progress(0.62)
      halfway()
      return new Promise((_resolve, reject) => (breakOff = () => reject(new Error('gone'))))
    },
  })
  const { engine: other, device } = await phone.tab('two-tabs', { ...phone.platform(), online: () => false })
  await device.remember(profileOf('two-tabs'))
  open.push(engine, other)
  await engine.enqueue(naming('p1'), [
    {
      id: 'p1',
      storeId: 's',
      purpose: 'shelf',
      sha256: 'ab'.repeat(32),
      contentType: 'image/jpeg',
      bytes: new Uint8Array([1]).buffer,
      capture: { takenAt: '2026-11-22T08:00:00.000Z', source: 'camera', position: null, device: 'test' },
    },
  ])
  await seen
  expect([engine.uploadShare('p1'), other.uploadShare('p1')]).toEqual([0.62, 0.62])
  breakOff()
  await engine.flush()
  expect([engine.uploadShare('p1'), other.uploadShare('p1')]).toEqual([null, null])
  expect(engine.reachable()).toBe(false)
  expect(await engine.db.get('localPhotos', 'p1')).toMatchObject({ step: 'upload' })
})

test('a picture that is unfit is not offered another try, one that was lost is', () => {
  const refusal = (message: string) => ({ status: 422, code: 'photo_refused', message, fields: [], current: null })
  expect(worthRetrying(refusal('unreadable'))).toBe(false)
  expect(worthRetrying(refusal('lost'))).toBe(true)
  expect(worthRetrying({ ...refusal('x'), code: 'forbidden' })).toBe(true)
})
