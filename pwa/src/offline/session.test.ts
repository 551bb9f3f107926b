import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDeviceDb } from './database'
import { deviceOf } from './device'
import { openSession, type Session } from './session'
import { FakePhone, profileOf } from './testing/harness'

/** A page that lies in the background: its engine waits for events that do not come. */
beforeEach(() => {
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'hidden' }))
})
const open: Session[] = []
afterEach(async () => {
  for (const session of open.splice(0)) await session.signOut()
  vi.unstubAllGlobals()
})

let counter = 0
/** A phone on which `remembered` is logged in, or nobody; the server knows the browser as `known`, or as nobody. */
async function phoneOf(remembered: string | null, known: string | null) {
  const device = deviceOf(await openDeviceDb())
  await device.forget()
  await device.setLeaving(null)
  if (remembered !== null) await device.remember(profileOf(remembered))
  const phone = new FakePhone()
  phone.server.on(/GET \/api\/sync/, { status: 503 })
  phone.server.on(/GET \/api\/me/, known === null ? { status: 401 } : { body: profileOf(known) })
  const heard: string[] = []
  phone.platform().channel.listen((message) => {
    if (message === 'session') heard.push(message)
  })
  const start = async () => {
    const session = await openSession(phone.platform())
    open.push(session)
    return session
  }
  return { phone, device, heard, start }
}
const name = (word: string) => `${word}-${++counter}`

test('a log-in that the browser was given elsewhere is taken up and kept for the next start', async () => {
  const member = name('li')
  const { device, start } = await phoneOf(null, member)
  const session = await start()
  expect(session.engine.value).toBeNull()
  await session.adopt()
  expect(session.profile.value).toEqual(profileOf(member))
  expect(session.engine.value?.owner).toBe(member)
  expect(await device.profile()).toEqual(profileOf(member))
})

test('who comes as another person goes on as that person, and other tabs hear of it', async () => {
  const [before, after] = [name('wang'), name('li')]
  const { heard, start } = await phoneOf(before, after)
  const session = await start()
  const old = session.engine.value
  await session.adopt()
  expect(old?.owner).toBe(before)
  expect(session.engine.value?.owner).toBe(after)
  expect(heard).toEqual(['session'])
})

test('the same person goes on with the same engine, and no tab is told', async () => {
  const member = name('li')
  const { heard, start } = await phoneOf(member, member)
  const session = await start()
  const engine = session.engine.value
  await session.adopt()
  expect(session.engine.value).toBe(engine)
  expect(heard).toEqual([])
})

test.each([
  ['no log-in', { status: 401 }],
  ['no network', 'no network' as const],
])('with %s nothing changes', async (_case, reply) => {
  const member = name('wang')
  const { phone, device, start } = await phoneOf(member, null)
  phone.server.on(/GET \/api\/me/, reply)
  const session = await start()
  await session.adopt()
  expect(session.engine.value?.owner).toBe(member)
  expect(await device.profile()).toEqual(profileOf(member))
})

test('who has left without network is not taken up again, also while the server has not heard of it', async () => {
  const { phone, device, start } = await phoneOf(null, name('wang'))
  await device.setLeaving('csrf-wang')
  phone.server.on(/DELETE \/api\/session/, 'no network')
  const session = await start()
  await session.adopt()
  expect(session.profile.value).toBeNull()
  expect(phone.server.sent(/GET \/api\/me/)).toEqual([])
  expect(await device.leaving()).toBe('csrf-wang')
})

test('what was left is ended first: only a log-in that came after it is taken up', async () => {
  const { phone, device, start } = await phoneOf(null, null)
  await device.setLeaving('csrf-wang')
  const session = await start()
  await session.adopt()
  expect(phone.server.heard.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'DELETE /api/session',
    'GET /api/me',
  ])
  expect(session.profile.value).toBeNull()
  expect(await device.leaving()).toBeNull()
})
