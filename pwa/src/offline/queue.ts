import type { PhotoRef } from '@/api/types'
import { countOf } from './counting/batches'
import type { AccountDb } from './database'
import { mirrorOf } from './mirror'
import type { Command, Draft, LocalPhoto, Refusal } from './records'

export interface Stamp {
  owner: string
  occurredAt: string
  clockOffsetMs: number | null
}

/** A photo to be kept, with the command that will bring it to the server. */
export interface KeptPhoto {
  draft: Draft
  stamp: Stamp
  photo: LocalPhoto
  bytes: ArrayBuffer
  small: ArrayBuffer | null
}

/** The stored commands of one account. Every change is one IndexedDB transaction. */
export interface Queue {
  /**
   * Keep a command, and in the same transaction the photos it names with a command for each; the form that it was made
   * of is let go.
   */
  add(draft: Draft, stamp: Stamp, photos?: KeptPhoto[], form?: string | null): Promise<Command>
  /** All that the server has not taken yet and what it took since the last sync, in order. */
  all(): Promise<readonly Command[]>
  /** The oldest text command or photo that may go out now; null when there is none. */
  next(photos: boolean, now: number): Promise<Command | null>
  /** The command that brings a photo to the server, while there is one. */
  ofPhoto(photoId: string): Promise<Command | null>
  /**
   * Note that a command that waits goes out now, as it is given.
   * @returns whether it did: not if somebody has replaced or discarded it meanwhile
   */
  take(command: Command): Promise<boolean>
  /** When the first command may go out (device time, ms); null when none is free to. */
  dueAt(): Promise<number | null>
  update(seq: number, change: Partial<Command>): Promise<void>
  /** After a start: what was being sent when the app died has to be asked again, with the same key. */
  reclaim(): Promise<void>
  retry(seq: number): Promise<void>
  /** Send it again as an edit of the version that the server holds now. */
  overwrite(seq: number): Promise<void>
  discard(seq: number): Promise<void>
  /** Let what waits in a lane go out at once, also where it was to gather for a while. */
  hasten(lane: string): Promise<void>
  /** Forget what was taken before a sync began: its effect is in the synced data. */
  forgetDone(before: number): Promise<void>
  /** Commands were written past this queue, or by another tab. */
  stale(): void
}

/** An earlier command for the same thing that the server cannot have seen, or has refused: the new one replaces it. */
function replaceable(command: Command, target: string): boolean {
  return (
    command.target === target &&
    ((command.state === 'waiting' && command.attempts === 0) || command.state === 'refused')
  )
}

/**
 * Of a conflict the person answered by editing again, the version they saw is the server's. A submission states how
 * many answers the visit has, so that none is lost on the way; sent again, it states what the server holds.
 */
function seenVersion(refusal: Refusal | null, body: Record<string, unknown>): Record<string, unknown> {
  if (!refusal?.current) return body
  const { version, answered } = refusal.current
  if (typeof body['answers'] === 'number' && typeof answered === 'number') return { ...body, answers: answered }
  return { ...body, ifVersion: version }
}

const fresh = { state: 'waiting', attempts: 0, notBefore: 0, doneAt: null, refusal: null } as const

/** A draft as the queue keeps it; its place in the order comes with the keeping. */
export const commandOf = ({ target, about, ...rest }: Draft, stamp: Stamp): Command =>
  ({
    ...rest,
    ...stamp,
    ...fresh,
    target: target ?? null,
    about: about ?? null,
    id: crypto.randomUUID(),
  }) as Omit<Command, 'seq'> as Command

interface PhotoStores {
  localPhotos: { put(photo: LocalPhoto): Promise<unknown> }
  photoBytes: { put(bytes: ArrayBuffer, id: string): Promise<unknown> }
  photoSmall: { put(bytes: ArrayBuffer, id: string): Promise<unknown> }
  photoRefs: { put(ref: PhotoRef): Promise<unknown> }
  commands: { add(command: Command): Promise<number> }
}

/**
 * Keep photos with a command for each, in the transaction that the stores belong to.
 * @returns the commands, in their order
 */
export async function keepPhotos(
  { localPhotos, photoBytes, photoSmall, photoRefs, commands }: PhotoStores,
  photos: KeptPhoto[],
): Promise<Command[]> {
  const made: Command[] = []
  for (const { photo, bytes, small, draft, stamp } of photos) {
    const { id, sha256 } = photo
    await localPhotos.put(photo)
    await photoBytes.put(bytes, id)
    if (small) await photoSmall.put(small, id)
    await photoRefs.put({ id, sha256, size: bytes.byteLength })
    const command = commandOf(draft, stamp)
    made.push({ ...command, seq: await commands.add(command) })
  }
  return made
}

export function queueOf(db: AccountDb): Queue {
  const mirror = mirrorOf(db)

  const change = async (seq: number, make: (command: Command) => Command | null): Promise<boolean> => {
    const tx = db.transaction('commands', 'readwrite')
    const command = await tx.store.get(seq)
    const next = (command && make(command)) ?? null
    if (next) await tx.store.put(next)
    await tx.done
    if (next) mirror.put(next)
    return next !== null
  }

  /** Change those of which `make` gives something, as they are then. */
  const changeAll = async (make: (command: Command) => Command | null): Promise<void> => {
    for (const command of await mirror.all()) if (make(command)) await change(command.seq, make)
  }

  /** The first command of each lane, if it is neither being sent nor refused: a refused one stops its lane only. */
  const heads = async (): Promise<Command[]> => {
    const first = new Map<string, Command>()
    for (const command of await mirror.all()) {
      if (command.state !== 'done' && !first.has(command.lane)) first.set(command.lane, command)
    }
    return [...first.values()].filter(({ state }) => state === 'waiting')
  }

  return {
    async add(draft, stamp, photos = [], form = null) {
      // Strict: what is said to be kept is on the disk, also when the phone goes off in the next moment.
      const stores = ['commands', 'localPhotos', 'photoBytes', 'photoSmall', 'photoRefs', 'forms'] as const
      const tx = db.transaction(stores, 'readwrite', { durability: 'strict' })
      const commands = tx.objectStore('commands')
      const photoStores = {
        localPhotos: tx.objectStore('localPhotos'),
        photoBytes: tx.objectStore('photoBytes'),
        photoSmall: tx.objectStore('photoSmall'),
        photoRefs: tx.objectStore('photoRefs'),
        commands,
      }
      const uploads = await keepPhotos(photoStores, photos)
      if (form !== null) await tx.objectStore('forms').delete(form)
      const command = commandOf(draft, stamp)
      const target = command.target
      const same = target === null ? [] : await commands.index('target').getAll(target)
      const earlier = same.filter((each) => target !== null && replaceable(each, target)).at(-1)
      let stored: Command
      if (earlier) {
        // A waiting one keeps the version that was seen when the first of the two edits was made.
        const body =
          earlier.state === 'waiting' && 'ifVersion' in draft.body
            ? { ...draft.body, ifVersion: earlier.body['ifVersion'] }
            : seenVersion(earlier.refusal, draft.body)
        stored = { ...command, body, seq: earlier.seq }
        await commands.put(stored)
      } else {
        const seq = await commands.add(command)
        stored = { ...command, seq }
      }
      await tx.done
      for (const each of [...uploads, stored]) mirror.put(each)
      return stored
    },

    all: mirror.all,

    async next(photos, now) {
      const free = (await heads()).filter(({ kind, notBefore }) => (kind === 'photo') === photos && notBefore <= now)
      return free[0] ?? null
    },

    async ofPhoto(photoId) {
      const lane = `photo:${photoId}`
      return (await mirror.all()).find((command) => command.lane === lane) ?? null
    },

    async take(command) {
      const taken = await change(command.seq, ({ id, state }) =>
        id === command.id && state === 'waiting' ? command : null,
      )
      if (!taken) mirror.stale()
      return taken
    },

    async dueAt() {
      const free = await heads()
      return free.length === 0 ? null : Math.min(...free.map(({ notBefore }) => notBefore))
    },

    async update(seq, fields) {
      await change(seq, (command) => ({ ...command, ...fields }))
    },

    reclaim: () => changeAll((command) => (command.state === 'sending' ? { ...command, state: 'waiting' } : null)),

    async retry(seq) {
      await change(seq, (command) => ({ ...command, ...fresh, attempts: command.attempts }))
    },

    async overwrite(seq) {
      await change(seq, (command) => ({
        ...command,
        ...fresh,
        // The body changes, so it is another request and needs another key.
        id: crypto.randomUUID(),
        body: seenVersion(command.refusal, command.body),
      }))
    },

    async discard(seq) {
      const tx = db.transaction(['commands', 'localPhotos', 'photoBytes', 'photoSmall', 'countLines'], 'readwrite')
      const command = await tx.objectStore('commands').get(seq)
      if (command?.kind === 'photo') {
        await tx.objectStore('localPhotos').delete(String(command.body['id']))
        await tx.objectStore('photoBytes').delete(String(command.body['id']))
        await tx.objectStore('photoSmall').delete(String(command.body['id']))
      }
      if (command?.kind === 'count.lines') {
        const lines = tx.objectStore('countLines')
        for (const id of await lines.index('unsentOf').getAllKeys(countOf(command))) await lines.delete(id)
      }
      await tx.objectStore('commands').delete(seq)
      await tx.done
      mirror.drop(new Set([seq]))
    },

    hasten: (lane) =>
      changeAll((command) =>
        command.lane === lane && command.state === 'waiting' ? { ...command, notBefore: 0 } : null,
      ),

    async forgetDone(before) {
      const over = (await mirror.all()).filter(({ state, doneAt }) => state === 'done' && (doneAt ?? 0) < before)
      const tx = db.transaction('commands', 'readwrite')
      for (const { seq } of over) await tx.store.delete(seq)
      await tx.done
      mirror.drop(new Set(over.map(({ seq }) => seq)))
    },

    stale: mirror.stale,
  }
}
