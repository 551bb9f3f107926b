import { expect, it } from 'vitest'
import type { Visit } from '@/api/types'
import type { Command } from './records'
import { remarkedWith } from './reviewing'

const sentBack = { status: 'returned', note: '冷柜照片看不清', remark: null, remarkedAt: null }
const visit = (review: object | null) => ({ review }) as unknown as Visit
const command = { kind: 'visit.remark', body: { remark: '已补拍' }, occurredAt: '2026-11-30T02:00:00Z', offset: 0 }

it('shows an answer to the reviewer at once, and only while one is asked for', () => {
  const said = command as unknown as Command
  expect(remarkedWith(visit(sentBack), said).review).toMatchObject({ status: 'remarked', remark: '已补拍' })
  expect(remarkedWith(visit(null), said).review).toBeNull()
  const answered = { ...sentBack, status: 'remarked', remark: '先前的说明' }
  expect(remarkedWith(visit(answered), said).review).toMatchObject({ remark: '先前的说明' })
})
