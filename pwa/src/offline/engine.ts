import { createLive, type Live } from '@/api/live'
import { NoAnswer } from '@/api/problem'
import type { PhotoForm, Profile } from '@/api/types'
import { batchesOf } from './counting/batches'
import { pullProducts } from './counting/catalogue'
import { keepLine, type Edit } from './counting/keep'
import type { CountLine } from './counting/line'
import type { AccountDb } from './database'
import type { Device } from './device'
import { flusherOf, type Pause } from './flusher'
import { keepLastPhotos } from './lastPhotos'
import type { Platform } from './platform'
import { queueOf, type KeptPhoto, type Queue, type Stamp } from './queue'
import type { Command, Draft, LocalPhoto, Topic } from './records'
import { courierOf, outOfReach, type Courier } from './send'
import { sharesOf } from './shares'
import { pull } from './sync'
import { uploadsOf } from './uploads'

interface Status {
  online: boolean
  waiting: number
  refused: number
  pause: Pause
  syncedAt: number | null
  syncing: boolean
}

export type CapturedPhoto = Omit<LocalPhoto, 'step' | 'registrationKey' | 'completionKey' | 'sendings'> & {
  bytes: ArrayBuffer
  /** A small copy for lists. */
  small?: ArrayBuffer
}

const freshKeys = () => ({ registrationKey: crypto.randomUUID(), completionKey: crypto.randomUUID() })

function photoDraft(
  { id, storeId, purpose, sha256, contentType, bytes, capture }: CapturedPhoto,
  about: Draft['about'],
): Draft {
  const body: PhotoForm = { id, storeId, purpose, sha256, size: bytes.byteLength, contentType, capture }
  return {
    kind: 'photo',
    lane: `photo:${id}`,
    method: 'POST',
    path: '/api/photos',
    body: { ...body },
    about: about ?? null,
  }
}

/** The offline engine of one account: the only way this app writes, and the data it shows without network. */
export interface Engine {
  readonly owner: string
  readonly db: AccountDb
  readonly queue: Queue
  readonly courier: Courier
  /** What the server tells of changes. */
  readonly live: Live
  /**
   * Keep a command, with the photos it names, and send it when that is possible; the photos follow the text.
   * Resolves as soon as all is kept, and the form it was made of (by its key) is gone.
   */
  enqueue(draft: Draft, photos?: CapturedPhoto[], form?: string): Promise<Command>
  /** Keep a change of what was counted, with the photos it names; it is sent with others of its count. */
  count(edit: Edit, photos?: CapturedPhoto[]): Promise<CountLine>
  flush(): Promise<void>
  /** Fetch what changed; false when that is not possible now. */
  sync(): Promise<boolean>
  /** The network or the session is back: send and fetch now. */
  resume(): Promise<void>
  status(): Promise<Status>
  /** Share of a photo that has been sent, 0..1, by whatever tab is sending it; null when none is. */
  uploadShare(photoId: string): number | null
  /** Whether the last attempt was answered and the browser has a network. */
  reachable(): boolean
  /** The server's time as far as this device has measured it (ms); days and due times go by it. */
  now(): number
  changed(topic?: Topic): void
  /** Called after any change of queue or data, also one made in another tab. */
  watch(listener: (topic: Topic) => void): () => void
  close(): void
}

const SETTLE_MS = 400
/** While somebody answers, what they said shows from the queue; the visit comes whole, so not after every answer. */
const ANSWERING_MS = 3_000
const LONGEST_TIMER_MS = 60_000

export function engineOf(profile: Profile, db: AccountDb, device: Device, platform: Platform): Engine {
  const owner = profile.account.id
  const may = (permission: string) => profile.permissions.some((held) => held === permission || held === '*')
  const queue = queueOf(db)
  const courier = courierOf(owner, device, platform)
  const live = createLive()
  const listeners = new Set<(topic: Topic) => void>()
  let syncing: Promise<boolean> | null = null
  let wake: ReturnType<typeof setTimeout> | undefined
  let settle: ReturnType<typeof setTimeout> | undefined
  let closed = false
  let syncUnreachable = false
  const isClosed = () => closed

  let wasReachable = true
  /** Whether the server can be reached is a matter of every photo that waits, whichever attempt has shown it. */
  function tellHere(about: Topic): void {
    const topic = reachable() === wasReachable ? about : null
    wasReachable = reachable()
    listeners.forEach((listener) => listener(topic))
  }
  const changed = (topic: Topic = null) => {
    tellHere(topic)
    platform.channel.post(topic === null ? `changed ${owner}` : `changed ${owner} ${topic}`)
  }
  const queued = (topic: Topic) => {
    changed(topic)
    platform.channel.post(`queued ${owner}`)
  }
  const sharesOut = sharesOf(owner, platform.channel, (photoId) => tellHere(`share:${photoId}`))
  const uploads = uploadsOf(db, courier, platform, sharesOut.set)
  const batches = batchesOf(db, device, platform)
  const flusher = flusherOf({ owner, db, queue, courier, uploads, batches, platform, changed })

  const reachable = () => platform.online() && !flusher.unreachable && !syncUnreachable
  const done = async () => (await queue.all()).filter(({ state }) => state === 'done')

  /** Come back when the first waiting time is over. */
  async function schedule(): Promise<void> {
    clearTimeout(wake)
    const due = await queue.dueAt()
    // Without network the `online` event brings it back, after a log-out the log-in.
    if (closed || due === null || flusher.pause !== null || !platform.online()) return
    const delay = Math.min(Math.max(flusher.heldUntil, due) - platform.now(), LONGEST_TIMER_MS)
    wake = setTimeout(() => void engine.flush(), Math.max(delay, SETTLE_MS))
  }

  async function flushOnce(): Promise<void> {
    const before = new Set((await done()).map(({ seq }) => seq))
    await flusher.flush()
    const fresh = (await done()).filter(({ seq }) => !before.has(seq))
    if (fresh.length > 0) {
      clearTimeout(settle)
      const answering = fresh.every(({ kind }) => kind === 'visit.answer')
      settle = setTimeout(() => void engine.sync(), answering ? ANSWERING_MS : SETTLE_MS)
    }
    await schedule()
  }

  async function syncOnce(): Promise<boolean> {
    if (!platform.online() || flusher.pause === 'otherAccount') return false
    try {
      await pull(db, queue, courier, device, platform, may)
      syncUnreachable = false
      changed()
      void fetchProducts()
      void inBackground(() => keepLastPhotos(db, courier, platform, isClosed))
      return true
    } catch (error) {
      syncUnreachable = error instanceof NoAnswer
      if (!isClosed() && !outOfReach(error)) throw error
      return false
    }
  }

  const scans = [
    'counts.take',
    'stock.request_transfer',
    'stock.hand_over',
    'inspections.conduct',
    'ordering.place_order',
    'ordering.receive_order',
  ].some(may)

  /** The catalogue comes in the background, for whoever scans. One tab at a time. */
  async function fetchProducts(): Promise<void> {
    if (isClosed() || !scans) return
    await inBackground(() =>
      platform.exclusively(`storewalk-products-${owner}`, () => pullProducts(db, courier, platform.now, changed)),
    )
  }
  async function inBackground(act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (error) {
      if (!isClosed() && !outOfReach(error)) throw error
    }
  }

  const stamped = async (): Promise<Stamp> => {
    const occurredAt = new Date(platform.now()).toISOString()
    return { owner, occurredAt, clockOffsetMs: await device.clockOffset() }
  }
  const keptPhotos = (photos: CapturedPhoto[], stamp: Stamp, about: Draft['about']): KeptPhoto[] =>
    photos.map((photo) => {
      const { bytes, small = null, ...record } = photo
      return {
        draft: photoDraft(photo, about),
        // A picture from the gallery may be years old; handing it in happens now.
        stamp: record.capture.source === 'camera' ? { ...stamp, occurredAt: record.capture.takenAt } : stamp,
        photo: { ...record, ...freshKeys(), step: 'upload' as const, sendings: 0 },
        bytes,
        small,
      }
    })

  const engine: Engine = {
    owner,
    db,
    queue,
    courier,
    live,
    async enqueue(draft, photos = [], form) {
      const stamp = await stamped()
      const command = await queue.add(draft, stamp, keptPhotos(photos, stamp, draft.about), form)
      queued(draft.lane)
      void engine.flush()
      return command
    },
    async count(edit, photos = []) {
      const stamp = await stamped()
      const kept = await keepLine(db, edit, stamp, keptPhotos(photos, stamp, edit.about))
      queue.stale()
      if (kept.queued) {
        queued(null)
        void engine.flush()
      } else changed()
      return kept.line
    },
    async flush() {
      if (isClosed()) return
      try {
        await flushOnce()
      } catch (error) {
        // What is under way when its account leaves stays as it is, and goes on after the next log-in.
        if (!isClosed()) throw error
      }
    },
    sync() {
      syncing ??= syncOnce().finally(() => {
        syncing = null
        tellHere('sync')
      })
      return syncing
    },
    async resume() {
      flusher.resume()
      await Promise.all([engine.flush(), engine.sync()])
    },
    async status() {
      const all = await queue.all()
      return {
        online: reachable(),
        waiting: all.filter(({ state }) => state === 'waiting' || state === 'sending').length,
        refused:
          all.filter(({ state }) => state === 'refused').length + (await db.countFromIndex('countLines', 'refusedOf')),
        pause: flusher.pause,
        syncedAt: Number((await db.get('facts', 'syncedAt')) ?? 0) || null,
        syncing: syncing !== null,
      }
    },
    uploadShare: sharesOut.get,
    reachable,
    now: () => platform.now() + device.offset.value,
    changed,
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      closed = true
      clearTimeout(wake)
      clearTimeout(settle)
      stopListening()
      live.close()
      listeners.clear()
      db.close()
    },
  }

  const stopListening = platform.channel.listen((message) => {
    const [kind, whose, topic] = message.split(' ')
    if (whose === owner && (kind === 'changed' || kind === 'queued')) queue.stale()
    if (whose === owner && kind === 'changed') tellHere(topic ?? null)
    // The tab that is sending takes up what the others have queued.
    if (whose === owner && kind === 'queued') void engine.flush()
    sharesOut.hear(message)
  })
  return engine
}
