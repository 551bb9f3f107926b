import { expect, it } from 'vitest'
import type { Command } from '@/offline/records'
import { mendedAt } from './describe'

const refused = (kind: string, lane: string, path = ''): Command =>
  ({ kind, lane, path, body: {}, state: 'refused' }) as unknown as Command

it('leads from what was refused to where it can be mended', () => {
  const answer = refused('visit.answer', 'inspection:v1', '/api/inspections/v1/answers/c1')
  expect(mendedAt(answer)).toEqual([{ name: 'visit', params: { id: 'v1' }, query: { at: 'c1' } }])
  expect(mendedAt(refused('visit.sign', 'inspection:v1'))).toEqual([{ name: 'signing', params: { id: 'v1' } }])
  expect(mendedAt(refused('task.respond', 'task:t1'))).toEqual([{ name: 'task', params: { id: 't1' } }])
  expect(mendedAt(refused('dispute.decide', 'dispute:d1'))).toEqual([{ name: 'dispute', params: { id: 'd1' } }])
  expect(mendedAt(refused('inbox.read', 'notifications'))).toEqual([])
})
