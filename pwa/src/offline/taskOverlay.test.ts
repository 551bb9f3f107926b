import { expect, test } from 'vitest'
import type { Command, CommandKind } from './records'
import { tasksWith } from './taskOverlay'
import { store, task } from './testing/samples'

const known = { me: { id: 'wang', name: '王芳' }, stores: [store], people: [{ id: 'li', name: '李店员' }] }

const command = (kind: CommandKind, body: Record<string, unknown>): Command => ({
  seq: 1,
  id: `command-${kind}`,
  owner: 'wang',
  kind,
  lane: 'task:t',
  method: 'POST',
  path: '/api/tasks/t',
  target: null,
  about: null,
  body,
  occurredAt: '2026-11-22T09:00:00Z',
  clockOffsetMs: 0,
  state: 'waiting',
  attempts: 0,
  notBefore: 0,
  doneAt: null,
  refusal: null,
})
const steps = (shown: ReturnType<typeof tasksWith>[number] | undefined) =>
  shown?.steps.map(({ kind, byName, toName, note }) => [kind, byName, toName, note])

test('an unsent answer to a task shows it as answered, by the person and with the photos', () => {
  const respond = command('task.respond', { note: '已补', photos: [{ id: 'p' }], ifVersion: 2 })
  const [shown] = tasksWith([task()], [respond], known)
  expect(shown?.status).toBe('answered')
  expect(shown?.responses.map(({ byName, note, photos }) => [byName, note, photos])).toEqual([['王芳', '已补', ['p']]])
  expect(steps(shown)).toEqual([['answered', '王芳', null, null]])
})

test('a task handed over, blocked and talked about without network tells all three in order', () => {
  const commands = [
    command('task.assign', { accountId: 'li', ifVersion: 2 }),
    command('task.block', { reason: 'warehouse', note: '总仓缺货', ifVersion: 2 }),
    command('task.comment', { id: 'c1', text: '明天到货', photos: [{ id: 'p' }] }),
  ]
  const [shown] = tasksWith([task()], commands, known)
  expect(shown).toMatchObject({ status: 'blocked', assigneeName: '李店员', blocked: { reason: 'warehouse' } })
  expect(shown?.comments.map(({ text, photos }) => [text, photos])).toEqual([['明天到货', ['p']]])
  expect(steps(shown)).toEqual([
    ['assigned', '王芳', '李店员', null],
    ['blocked', '王芳', null, '总仓缺货'],
    ['commented', '王芳', null, '明天到货'],
  ])
})

test('what the server already tells is not told twice', () => {
  const comment = { id: 'c1', at: '2026-11-22T09:00:00Z', byId: 'wang', byName: '王芳', text: '明天到货', photos: [] }
  const synced = task({ comments: [comment], assigneeId: 'li', assigneeName: '李店员' })
  const commands = [
    command('task.comment', { id: 'c1', text: '明天到货', photos: [] }),
    command('task.assign', { accountId: 'li', ifVersion: 2 }),
  ]
  expect(tasksWith([synced], commands, known)).toEqual([synced])
})

test('a task opened without network is there with its photo, and is answered from its first version', () => {
  const body = {
    title: '清走纸箱',
    requirement: '',
    critical: true,
    dueAt: null,
    assigneeId: null,
    photos: [{ id: 'p' }],
  }
  const open = { ...command('task.open', { ...body, tasks: [{ id: 'n', storeId: 'store' }] }), lane: 'task:n' }
  const [shown] = tasksWith([], [open], known)
  expect(shown).toMatchObject({ id: 'n', kind: 'manual', storeName: '人民路店', version: 1, before: ['p'] })
  expect(shown?.requirement.zh).toBe('清走纸箱')
})

test('the clock of a blocked task runs again before the server says so', () => {
  const blocked = { reason: 'repair' as const, note: '', since: '', byId: 'wang', byName: '王芳', secondsLeft: 60 }
  const resume = command('task.unblock', { note: '', ifVersion: 2 })
  const [shown] = tasksWith([task({ status: 'blocked', blocked })], [resume], known)
  expect([shown?.status, shown?.blocked]).toEqual(['open', null])
})
