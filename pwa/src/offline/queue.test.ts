import { expect, test } from 'vitest'
import { openAccountDb } from './database'
import { queueOf } from './queue'
import type { Draft } from './records'
import './testing/harness'

const stamp = { owner: 'li', occurredAt: '2026-11-22T08:00:00.000Z', clockOffsetMs: 0 }
const draft = (lane: string, body: Record<string, unknown> = {}, target?: string): Draft => ({
  kind: 'visit.answer',
  lane,
  method: 'PUT',
  path: `/api/${lane}`,
  body,
  ...(target ? { target } : {}),
})
const fresh = async (name: string) => queueOf(await openAccountDb(`queue-${name}`))

test('commands of one lane leave in order, and a refused one stops only its own lane', async () => {
  const queue = await fresh('lanes')
  const first = await queue.add(draft('inspection:a'), stamp)
  await queue.add(draft('inspection:a'), stamp)
  const other = await queue.add(draft('task:b'), stamp)
  expect((await queue.next(false, 0))?.seq).toBe(first.seq)
  await queue.update(first.seq, { state: 'refused' })
  expect((await queue.next(false, 0))?.seq).toBe(other.seq)
  await queue.update(other.seq, { state: 'done' })
  expect(await queue.next(false, 0)).toBeNull()
  expect(await queue.dueAt()).toBeNull()
})

test('a second edit of an unsent answer replaces it and keeps the version that was seen first', async () => {
  const queue = await fresh('replace')
  await queue.add(draft('inspection:a', { outcome: 'pass', ifVersion: 3 }, 'answer:1'), stamp)
  await queue.add(draft('inspection:a', { outcome: 'fail', ifVersion: 9 }, 'answer:1'), stamp)
  const all = await queue.all()
  expect(all.map(({ body }) => body)).toEqual([{ outcome: 'fail', ifVersion: 3 }])
})

test('an answer that may have reached the server is not replaced but followed by another command', async () => {
  const queue = await fresh('tried')
  const tried = await queue.add(draft('inspection:a', { outcome: 'pass' }, 'answer:1'), stamp)
  await queue.update(tried.seq, { attempts: 1 })
  await queue.add(draft('inspection:a', { outcome: 'fail' }, 'answer:1'), stamp)
  expect((await queue.all()).map(({ body }) => body['outcome'])).toEqual(['pass', 'fail'])
})

test('choosing mine in a conflict sends the same edit with the version of the server and a new key', async () => {
  const queue = await fresh('mine')
  const command = await queue.add(draft('inspection:a', { outcome: 'pass', ifVersion: 3 }, 'answer:1'), stamp)
  const current = { version: 5, outcome: 'fail' }
  const refusal = { status: 409, code: 'conflict', message: '', fields: [], current }
  await queue.update(command.seq, { state: 'refused', refusal, attempts: 1 })
  await queue.overwrite(command.seq)
  const [after] = await queue.all()
  expect(after).toMatchObject({ state: 'waiting', body: { outcome: 'pass', ifVersion: 5 }, refusal: null })
  expect(after?.id).not.toBe(command.id)
})

test('after a crash what was being sent waits again under the same key', async () => {
  const queue = await fresh('crash')
  const command = await queue.add(draft('inspection:a'), stamp)
  await queue.update(command.seq, { state: 'sending' })
  expect(await queue.next(false, 0)).toBeNull()
  await queue.reclaim()
  expect(await queue.next(false, 0)).toMatchObject({ id: command.id, state: 'waiting' })
})

test('a command that was edited while it was being got ready does not go out as it was', async () => {
  const queue = await fresh('taken')
  await queue.add(draft('inspection:a', { outcome: 'pass' }, 'answer:1'), stamp)
  const ready = await queue.next(false, 0)
  await queue.add(draft('inspection:a', { outcome: 'fail' }, 'answer:1'), stamp)
  expect(ready && (await queue.take({ ...ready, state: 'sending', attempts: 1 }))).toBe(false)
  const edited = await queue.next(false, 0)
  expect(edited?.body).toEqual({ outcome: 'fail' })
  expect(edited && (await queue.take({ ...edited, state: 'sending', attempts: 1 }))).toBe(true)
  expect(await queue.all()).toMatchObject([{ body: { outcome: 'fail' }, state: 'sending', attempts: 1 }])
})

test('what another tab queued is seen once it has told, and what was not touched stays the same object', async () => {
  const [here, there] = [await fresh('tabs'), await fresh('tabs')]
  const own = await here.add(draft('task:a'), stamp)
  const before = await here.all()
  await there.add(draft('task:b'), stamp)
  expect((await here.all()).map(({ lane }) => lane)).toEqual(['task:a'])
  here.stale()
  expect((await here.all()).map(({ lane }) => lane)).toEqual(['task:a', 'task:b'])
  const whole = await here.all()
  await here.update(own.seq, { attempts: 1 })
  const after = await here.all()
  expect(after.map((command, at) => command === whole[at])).toEqual([false, true])
  await here.discard(own.seq)
  expect((await here.all()).map(({ lane }) => lane)).toEqual(['task:b'])
  expect(before.map(({ lane }) => lane)).toEqual(['task:a'])
})
