import { expect, it } from 'vitest'
import { readScores, refreshScores } from './scores'
import { FakePhone } from './testing/harness'

it('keeps the scores read last, with their time, and shows them while the server is out of reach', async () => {
  const phone = new FakePhone()
  const { engine } = await phone.tab('scores-reader')
  phone.server.on(/GET \/api\/visit-results\/stores\/a1/, { body: { visits: [{ score: 88 }] } })
  phone.server.on(/GET \/api\/store-health\/a1/, { body: { health: 72.5 } })
  expect(await readScores(engine, 'a1')).toBeNull()
  expect(await refreshScores(engine, 'a1')).toBe(true)
  const read = phone.clock
  phone.clock += 3_600_000
  phone.server.on(/GET /, 'no network')
  expect(await refreshScores(engine, 'a1')).toBe(false)
  const kept = { scores: { visits: [{ score: 88 }] }, health: { health: 72.5 }, at: read }
  expect(await readScores(engine, 'a1')).toEqual(kept)
  expect(await readScores(engine, 'b1')).toBeNull()
})
