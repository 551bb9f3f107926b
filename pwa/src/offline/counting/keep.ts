import type { Words } from '@/api/types'
import type { AccountDb } from '../database'
import { commandOf, keepPhotos, type KeptPhoto, type Stamp } from '../queue'
import type { Command, Draft } from '../records'
import { GATHER_MS, laneOf } from './batches'
import { freshLine, lineKey, marked, type CountLine, type Place, type Thing } from './line'

/** A change of what was counted of one thing at one place. */
export interface Edit {
  place: Place
  thing: Thing
  /** The count's title, by which the queue names it. */
  about: Words
  change(line: CountLine): CountLine
}

const linesDraft = (countId: string, about: Words): Draft => ({
  kind: 'count.lines',
  lane: laneOf(countId),
  method: 'PUT',
  path: `/api/counts/${countId}/lines`,
  body: { lines: [] },
  about,
})

/** Whoever counts on has not ended: a submission that the server has not seen, or has refused, is taken back. */
const withdrawn = ({ kind, state, attempts }: Command): boolean =>
  kind === 'count.submit' && (state === 'refused' || (state === 'waiting' && attempts === 0))

/**
 * Keep a line as it is after a change, in one transaction with the command that will send it: what was scanned is on
 * the disk, also when the phone goes off in the next moment.
 * @returns the line, and whether a command was made for it
 */
export async function keepLine(
  db: AccountDb,
  edit: Edit,
  stamp: Stamp,
  photos: KeptPhoto[],
): Promise<{ line: CountLine; queued: boolean }> {
  const { countId } = edit.place
  const stores = ['countLines', 'commands', 'localPhotos', 'photoBytes', 'photoSmall', 'photoRefs'] as const
  const tx = db.transaction(stores, 'readwrite', { durability: 'strict' })
  const lines = tx.objectStore('countLines')
  const commands = tx.objectStore('commands')
  const before = (await lines.index('key').get(lineKey(edit.place, edit.thing))) ?? freshLine(edit.place, edit.thing)
  const { clockOffsetMs } = stamp
  const revision = before.revision + 1
  const line = marked({ ...edit.change(before), clockOffsetMs, revision, refusal: null }, 'unsentOf')
  await lines.put(line)
  const lane = await commands.index('lane').getAll(laneOf(countId))
  for (const command of lane.filter(withdrawn)) await commands.delete(command.seq)
  const queued = !lane.some(({ kind, state }) => kind === 'count.lines' && state !== 'done')
  if (queued) {
    const command = commandOf(linesDraft(countId, edit.about), stamp)
    await commands.add({ ...command, notBefore: Date.parse(stamp.occurredAt) + GATHER_MS })
  }
  const photoStores = {
    localPhotos: tx.objectStore('localPhotos'),
    photoBytes: tx.objectStore('photoBytes'),
    photoSmall: tx.objectStore('photoSmall'),
    photoRefs: tx.objectStore('photoRefs'),
    commands,
  }
  await keepPhotos(photoStores, photos)
  await tx.done
  return { line, queued: queued || photos.length > 0 }
}

/** Let a refused line go: it stays on no device and was never taken. */
export async function dropLine(db: AccountDb, id: string): Promise<void> {
  await db.delete('countLines', id)
}
