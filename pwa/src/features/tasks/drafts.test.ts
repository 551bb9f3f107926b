import { expect, test } from 'vitest'
import { offered } from '@/api/testing/contract'
import { task } from '@/offline/testing/samples'
import { responseDraft, verdictDraft } from './drafts'

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
