import { afterEach, expect, test } from 'vitest'
import type { Product } from '@/api/types'
import type { Engine } from '../engine'
import { engineOf } from '../engine'
import { openAccountDb, openDeviceDb } from '../database'
import { deviceOf } from '../device'
import { count, product } from '../testing/counting'
import { FakePhone, profileOf } from '../testing/harness'
import { catalogueState } from './catalogue'

const open: Engine[] = []
afterEach(() => open.splice(0).forEach((engine) => engine.close()))

let counter = 0
async function phoneOf(permissions: string[]) {
  const phone = new FakePhone()
  const account = `catalogue-${++counter}`
  const device = deviceOf(await openDeviceDb())
  const profile = { ...profileOf(account), permissions }
  await device.remember(profile)
  const start = async () => {
    const engine = engineOf(profile, await openAccountDb(account), device, phone.platform())
    open.push(engine)
    return engine
  }
  const nothing = {
    full: true,
    visits: [],
    templates: [],
    tasks: [],
    stores: [],
    transfers: [],
    notifications: [],
    visitAnswers: [],
    unread: 0,
  }
  phone.server.on(/GET \/api\/sync(\?|$)/, {
    body: { ...nothing, counts: [count()], cursor: 'c', serverTime: new Date(phone.clock).toISOString() },
  })
  return { phone, start }
}
const part = (from: number, size: number): Product[] =>
  Array.from({ length: size }, (_, n) => product({ id: `p${from + n}`, code: `${from + n}`, barcodes: [] }))
const asked = (phone: FakePhone) => phone.server.sent(/sync\/products/).map(({ path }) => path)

test('the catalogue comes part by part, and one that broke off goes on where it was, also after a kill', async () => {
  const { phone, start } = await phoneOf(['counts.take'])
  phone.server.on(/sync\/products$/, { body: { items: part(0, 500), cursor: 'one', more: true } })
  phone.server.on(/since=one/, (_heard, times) =>
    times === 1 ? 'no network' : { body: { items: part(500, 120), cursor: 'two', more: false } },
  )
  const engine = await start()
  await engine.sync()
  await expect.poll(() => asked(phone)).toEqual(['/api/sync/products', '/api/sync/products?since=one'])
  expect(await catalogueState(engine.db)).toEqual({ products: 500, complete: false })
  engine.close()

  const after = await start()
  await after.sync()
  await expect.poll(() => catalogueState(after.db)).toEqual({ products: 620, complete: true })
  expect(asked(phone).slice(2)).toEqual(['/api/sync/products?since=one'])
})

test('a complete catalogue is asked after every five minutes, and a product that changed replaces what was there', async () => {
  const { phone, start } = await phoneOf(['*'])
  phone.server.on(/GET \/api\/orders/, { body: { items: [] } })
  phone.server.on(/sync\/products$/, { body: { items: [product()], cursor: 'one', more: false } })
  const engine = await start()
  await engine.sync()
  await expect.poll(() => catalogueState(engine.db)).toMatchObject({ complete: true })
  await engine.sync()
  phone.server.on(/since=one/, { body: { items: [product({ barcodes: ['96385074'] })], cursor: 'two', more: false } })
  phone.clock += 300_000
  await engine.sync()
  await expect.poll(() => engine.db.getFromIndex('products', 'gtins', '00000096385074')).toBeDefined()
  expect(await engine.db.getFromIndex('products', 'gtins', '06901234567892')).toBeUndefined()
  expect(asked(phone)).toHaveLength(2)
})

test('an inspector, who names missing products, has the catalogue too', async () => {
  const { phone, start } = await phoneOf(['inspections.conduct'])
  phone.server.on(/sync\/products$/, { body: { items: [product()], cursor: 'one', more: false } })
  const engine = await start()
  await engine.sync()
  await expect.poll(() => catalogueState(engine.db)).toEqual({ products: 1, complete: true })
})

test('whoever does not scan is not sent the catalogue', async () => {
  const { phone, start } = await phoneOf(['tasks.read'])
  const engine = await start()
  await engine.sync()
  expect(asked(phone)).toEqual([])
})

test('what a counting phone keeps says nothing of any stock', async () => {
  const { phone, start } = await phoneOf(['counts.take'])
  phone.server.on(/sync\/products$/, { body: { items: [product()], cursor: 'one', more: false } })
  const engine = await start()
  await engine.sync()
  await expect.poll(() => catalogueState(engine.db)).toMatchObject({ complete: true })
  const [kept, counts] = [await engine.db.getAll('products'), await engine.db.getAll('counts')]
  expect(Object.keys(kept[0] ?? {}).sort()).toEqual([...Object.keys(product()), 'gtins'].sort())
  expect(JSON.stringify([kept, counts])).not.toMatch(/onHand|expected|book|variance|"quantity"/i)
  expect(phone.server.heard.map(({ path }) => path.split('?')[0])).toEqual(['/api/sync', '/api/sync/products'])
})
