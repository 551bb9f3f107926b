import { afterEach, expect, test } from 'vitest'
import type { DisputeDetail } from '@/api/types'
import { decisionDraft, pullDisputes, readDispute, readDisputes } from './disputes'
import type { Engine } from './engine'
import { FakePhone, profileOf } from './testing/harness'

let engine: Engine | null = null
afterEach(() => engine?.close())

test('what was decided here is not asked for again once the command that says so is let go of', async () => {
  const phone = new FakePhone()
  const tab = await phone.tab('disputes-1')
  engine = tab.engine
  await tab.device.remember(profileOf('disputes-1'))
  const title = { zh: '地面', en: 'floor' }
  const dispute = { id: 'd1', title, status: 'open', decidable: true } as DisputeDetail
  await engine.db.put('facts', JSON.stringify(dispute), 'dispute:d1')
  await engine.db.put('facts', JSON.stringify([dispute]), 'disputes')
  phone.server.on(/POST \/api\/disputes\/d1\/decision/, { body: {} })
  phone.server.on(/GET \/api\/disputes\/d1/, { body: { ...dispute, status: 'granted', decidable: false } })
  phone.server.on(/GET \/api\/disputes\?/, { body: { items: [], next: null } })

  await engine.enqueue(decisionDraft(dispute, 'pass', '照片看不出'))
  expect((await readDispute(engine, 'd1'))?.decided).toBe(true)
  await engine.flush()
  await pullDisputes(engine.db, engine.queue, engine.courier, () => true)
  await engine.queue.forgetDone(Infinity)

  const { dispute: now, decided } = (await readDispute(engine, 'd1')) ?? {}
  expect([now?.status, now?.decidable, decided]).toEqual(['granted', false, false])
  expect(await readDisputes(engine)).toEqual([])
})
