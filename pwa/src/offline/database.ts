import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore, type StoreNames } from 'idb'
import type { Answer, Count, Notification, Photo, PhotoRef, Store, Task, Template, Transfer, Visit } from '@/api/types'
import type { KeptProduct } from './counting/catalogue'
import type { CountLine } from './counting/line'
import type { Command, LocalPhoto } from './records'

interface AccountSchema extends DBSchema {
  commands: { key: number; value: Command; indexes: { id: string; lane: string; target: string } }
  localPhotos: { key: string; value: LocalPhoto }
  /** The bytes of `localPhotos`. */
  photoBytes: { key: string; value: ArrayBuffer }
  /** Small copies of photos of `localPhotos`, for lists: JPEG. */
  photoSmall: { key: string; value: ArrayBuffer }
  photos: { key: string; value: Photo }
  /** Hash and size of photos taken here; an answer that is edited names them again. */
  photoRefs: { key: string; value: PhotoRef }
  visits: { key: string; value: Visit }
  templates: { key: string; value: Template }
  tasks: { key: string; value: Task }
  stores: { key: string; value: Store }
  notifications: { key: string; value: Notification }
  counts: { key: string; value: Count }
  transfers: { key: string; value: Transfer }
  /** The chain's catalogue; `gtins` finds a product by any of its barcodes. */
  products: { key: string; value: KeptProduct; indexes: { gtins: string; code: string } }
  /** What was counted on this device. `unsentOf` and `refusedOf` hold a count's id only while that is so. */
  countLines: { key: string; value: CountLine; indexes: { key: string; unsentOf: string; refusedOf: string } }
  /** The version that this device's own last command gave a target. */
  versions: { key: string; value: number }
  /** What somebody has begun to fill and not sent. */
  forms: { key: string; value: object }
  facts: { key: string; value: string | number }
}

interface DeviceSchema extends DBSchema {
  facts: { key: string; value: unknown }
}

type StoreIn<Name extends StoreNames<AccountSchema>> = IDBPObjectStore<
  AccountSchema,
  ArrayLike<StoreNames<AccountSchema>>,
  Name,
  'versionchange'
>
type VisitStore = StoreIn<'visits'>
type FactStore = StoreIn<'facts'>
type TransferStoreIn = StoreIn<'transfers'>

/** Before there was the live rule, a photo that was always asked for was a live one. */
function addLiveRule({ answers, template }: Visit): void {
  for (const answer of answers) answer.notLive = []
  for (const checkpoint of template.sections.flatMap(({ checkpoints }) => checkpoints)) {
    checkpoint.live = checkpoint.photoRule === 'always'
  }
}

/** Answers kept from an earlier version say less: of missing products, spoken notes and the photos of last time. */
function fitAnswer(answer: Answer, from: number): void {
  if (from < 4) Object.assign(answer, { missingProductIds: [], missingProducts: [] })
  if (from < 7) {
    answer.voice = null
    if (answer.lastAnswer) answer.lastAnswer.photos = []
  }
  const value = { passfail: null, number: null, choice: null, text: null }
  if (answer.lastAnswer) Object.assign(answer.lastAnswer, { marks: [], kind: 'visit', value })
  answer.productsSeen = []
}

/** Visits kept from an earlier version get what this one shows of them. */
async function fitVisits(visits: VisitStore, from: number): Promise<void> {
  for (const visit of await visits.getAll()) {
    if (from < 2) addLiveRule(visit)
    for (const answer of visit.answers) fitAnswer(answer, from)
    if (visit.scoreDetail) Object.assign(visit.scoreDetail, { rescored: false, firstScore: null })
    await visits.put(visit)
  }
}

/** The findings of tasks kept from an earlier version have no marks, no spoken notes and no products, their steps declined nothing. */
async function fitTasks(tasks: StoreIn<'tasks'>, from: number): Promise<void> {
  for (const task of await tasks.getAll()) {
    for (const finding of task.findings) {
      if (from < 7) Object.assign(finding, { marks: [], voiceId: null })
      finding.products = []
    }
    for (const step of task.steps) step.declined = []
    await tasks.put(task)
  }
}

/** Where counting is kept. A phone that synced before asks for everything once more, since counts came later. */
function addCounting(db: IDBPDatabase<AccountSchema>, facts: FactStore): void {
  db.createObjectStore('counts', { keyPath: 'id' })
  const products = db.createObjectStore('products', { keyPath: 'id' })
  products.createIndex('gtins', 'gtins', { multiEntry: true })
  products.createIndex('code', 'code')
  const lines = db.createObjectStore('countLines', { keyPath: 'id' })
  lines.createIndex('key', 'key', { unique: true })
  lines.createIndex('unsentOf', 'unsentOf')
  lines.createIndex('refusedOf', 'refusedOf')
  void facts.delete('cursor')
}

/** Where transfers are kept; they came later, so that a phone that synced before asks for everything once more. */
function addTransfers(db: IDBPDatabase<AccountSchema>, facts: FactStore): void {
  db.createObjectStore('transfers', { keyPath: 'id' })
  void facts.delete('cursor')
}

/** Transfers kept from before say nothing of what came in addition. */
async function addExtras(transfers: TransferStoreIn): Promise<void> {
  for (const transfer of await transfers.getAll()) await transfers.put({ ...transfer, extraCount: 0, extras: [] })
}

/** The bytes of photos that wait move to a table of their own, one at a time: they may be hundreds. */
async function partBytes(photos: StoreIn<'localPhotos'>, bytes: StoreIn<'photoBytes'>): Promise<void> {
  for (let each = await photos.openCursor(); each; each = await each.continue()) {
    const { bytes: own, ...photo } = each.value as LocalPhoto & { bytes: ArrayBuffer }
    await bytes.put(own, photo.id)
    await each.update(photo)
  }
}

export type AccountDb = IDBPDatabase<AccountSchema>
export type DeviceDb = IDBPDatabase<DeviceSchema>

const ACCOUNT_VERSION = 8

/**
 * The data and queue of one account on this device. Each account has a database of its own, so that nobody else on
 * the phone can see or send what waits in it. An update adds steps by `from` and never drops `commands`.
 */
export function openAccountDb(accountId: string): Promise<AccountDb> {
  return openDB<AccountSchema>(`storewalk-${accountId}`, ACCOUNT_VERSION, {
    upgrade(db, from, _to, tx) {
      if (from < 1) {
        const commands = db.createObjectStore('commands', { keyPath: 'seq', autoIncrement: true })
        commands.createIndex('id', 'id', { unique: true })
        commands.createIndex('lane', 'lane')
        for (const name of [
          'localPhotos',
          'photos',
          'photoRefs',
          'visits',
          'templates',
          'tasks',
          'stores',
          'notifications',
        ] as const) {
          db.createObjectStore(name, { keyPath: 'id' })
        }
        db.createObjectStore('versions')
        db.createObjectStore('facts')
      } else {
        void fitVisits(tx.objectStore('visits'), from)
        void fitTasks(tx.objectStore('tasks'), from)
      }
      if (from < 3) addCounting(db, tx.objectStore('facts'))
      if (from < 5) addTransfers(db, tx.objectStore('facts'))
      else if (from < 6) void addExtras(tx.objectStore('transfers'))
      if (from < 6) db.createObjectStore('forms')
      if (from < 8) db.createObjectStore('photoSmall')
      if (from < 7) {
        tx.objectStore('commands').createIndex('target', 'target')
        void partBytes(tx.objectStore('localPhotos'), db.createObjectStore('photoBytes'))
      }
    },
    blocking(_from, _to, event) {
      // A newer version of the app in another tab wants to upgrade: let it.
      ;(event.target as IDBDatabase).close()
    },
  })
}

/** What belongs to the device and not to an account: who is signed in, the measured clock. */
export function openDeviceDb(): Promise<DeviceDb> {
  return openDB<DeviceSchema>('storewalk-device', 1, {
    upgrade: (db) => void db.createObjectStore('facts'),
  })
}
