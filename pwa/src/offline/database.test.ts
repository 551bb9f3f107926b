import { deleteDB, openDB } from 'idb'
import { afterEach, expect, test } from 'vitest'
import { openAccountDb } from './database'
import './testing/harness'
import { answer, checkpoint, visit } from './testing/samples'

afterEach(() => deleteDB('storewalk-upgraded'))

/** The database as the version before counting left it. */
async function before(): Promise<void> {
  const db = await openDB('storewalk-upgraded', 2, {
    upgrade(made) {
      const commands = made.createObjectStore('commands', { keyPath: 'seq', autoIncrement: true })
      commands.createIndex('id', 'id', { unique: true })
      commands.createIndex('lane', 'lane')
      for (const name of ['localPhotos', 'photos', 'photoRefs', 'visits', 'templates', 'tasks', 'stores']) {
        made.createObjectStore(name, { keyPath: 'id' })
      }
      made.createObjectStore('notifications', { keyPath: 'id' })
      made.createObjectStore('versions')
      made.createObjectStore('facts')
    },
  })
  await db.add('commands', { id: 'waits', lane: 'task:t', state: 'waiting' })
  await db.put('facts', 'c1', 'cursor')
  await db.put('facts', 'a1', 'storeId')
  const told = Object.entries(answer('a', { outcome: 'pass' })).filter(([name]) => !name.startsWith('missing'))
  await db.put('visits', { ...visit([checkpoint('a')]), answers: [Object.fromEntries(told)] })
  db.close()
}

test('an update of the app keeps what waits, and asks for everything once more so that open counts come', async () => {
  await before()
  const db = await openAccountDb('upgraded')
  expect((await db.getAll('commands')).map(({ id }) => id)).toEqual(['waits'])
  expect([await db.get('facts', 'cursor'), await db.get('facts', 'storeId')]).toEqual([undefined, 'a1'])
  expect([await db.count('counts'), await db.count('products'), await db.count('countLines')]).toEqual([0, 0, 0])
  db.close()
})

test('a visit kept from before has nothing missing', async () => {
  await before()
  const db = await openAccountDb('upgraded')
  const kept = await db.get('visits', 'v')
  expect(kept?.answers).toEqual([answer('a', { outcome: 'pass' })])
  db.close()
})

test('the bytes of photos that wait are parted from what is known of them', async () => {
  await before()
  const old = await openDB('storewalk-upgraded')
  for (const id of ['p', 'q'])
    await old.put('localPhotos', { id, step: 'upload', bytes: new Uint8Array([1, 2]).buffer })
  await old.put('commands', { seq: 1, id: 'waits', lane: 'task:t', state: 'waiting', target: 'task:t' })
  old.close()
  const db = await openAccountDb('upgraded')
  expect(await db.getAll('localPhotos')).toEqual(['p', 'q'].map((id) => ({ id, step: 'upload' })))
  const bytes = await Promise.all(['p', 'q'].map((id) => db.get('photoBytes', id)))
  expect(bytes.map((each) => each && [...new Uint8Array(each)])).toEqual([
    [1, 2],
    [1, 2],
  ])
  expect((await db.getAllFromIndex('commands', 'target', 'task:t')).map(({ id }) => id)).toEqual(['waits'])
  db.close()
})
