import { afterEach, expect, test } from 'vitest'
import type { Engine } from '../engine'
import { FakePhone } from '../testing/harness'
import { dropPicks, readPicks, refreshPicks } from './picks'

const open: Engine[] = []
afterEach(() => open.splice(0).forEach((engine) => engine.close()))

const pick = (quantity: string) => ({
  lineId: 'l',
  quantity,
  lotCode: 'L1',
  expiresOn: null,
  place: 'shelf',
  placeName: '',
})

test('what is to be taken is asked anew, and known without network as it was heard last', async () => {
  const phone = new FakePhone()
  const { engine } = await phone.tab('picks')
  open.push(engine)
  phone.server.on(/GET .*transfers\/t\/picks/, { body: [pick('5')] })
  await refreshPicks(engine, 't')
  phone.server.on(/GET .*transfers\/t\/picks/, 'no network')
  await refreshPicks(engine, 't')
  expect([await readPicks(engine, 't'), await readPicks(engine, 'other')]).toEqual([[pick('5')], []])
  await dropPicks(engine, 't')
  expect(await readPicks(engine, 't')).toEqual([])
})
