import { expect, test } from 'vitest'
import { offered } from '@/api/testing/contract'
import { store, task } from '@/offline/testing/samples'
import { blockDraft, commentDraft, handOverDraft, openDraft, responseDraft, unblockDraft, verdictDraft } from './drafts'

test('answers and verdicts are commands that the server offers, from the version that was seen', () => {
  const photo = {
    id: 'p',
    storeId: 'store',
    purpose: 'evidence' as const,
    sha256: 'ab',
    contentType: 'image/jpeg' as const,
    bytes: new ArrayBuffer(3),
    capture: { takenAt: '2026-11-22T08:00:00Z', source: 'camera' as const, position: null, device: '' },
  }
  const respond = responseDraft(task(), '已补', [photo])
  const accept = verdictDraft(task(), true, '')
  const giveBack = verdictDraft(task(), false, '还缺一格')
  for (const { method, path } of [respond, accept, giveBack])
    expect([path, offered(method, path)]).toEqual([path, true])
  expect(respond.body).toEqual({ note: '已补', photos: [{ id: 'p', sha256: 'ab', size: 3 }], ifVersion: 2 })
  expect(accept.body).toEqual({ accepted: true, ifVersion: 2 })
  expect(giveBack.body).toEqual({ accepted: false, reason: '还缺一格', ifVersion: 2 })
})

test('what else is done to a task is a command that the server offers, in the lane of the task', () => {
  const drafts = [
    handOverDraft(task(), 'li'),
    blockDraft(task(), 'warehouse', ''),
    unblockDraft(task(), ''),
    commentDraft(task(), '明天到货', []),
  ]
  for (const { method, path, lane } of drafts) expect([lane, offered(method, path)]).toEqual(['task:t', true])
  // A step replaces an unsent one; a comment stays beside what was said before.
  expect(drafts.map(({ target }) => target)).toEqual(['/api/tasks/t', '/api/tasks/t', '/api/tasks/t', undefined])
})

test('a task opened by hand keeps its id in a lane of its own', () => {
  const wanted = {
    store,
    title: '清走纸箱',
    requirement: '',
    critical: false,
    dueAt: null,
    assigneeId: null,
    photos: [],
  }
  const { id, lane, method, path, body } = openDraft(wanted)
  expect([lane, offered(method, path)]).toEqual([`task:${id}`, true])
  expect(body).toMatchObject({ tasks: [{ id, storeId: 'store' }], title: '清走纸箱' })
})
