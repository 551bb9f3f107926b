import type { CountLineForm, LinesTaken, RefusedLine } from '@/api/types'
import type { AccountDb } from '../database'
import type { Device } from '../device'
import type { Platform } from '../platform'
import type { Command } from '../records'
import { formOf, keyOf, marked, type CountLine } from './line'

/** As many lines as the server takes at once. */
const MOST_LINES = 500
/** While a person goes on counting, their lines gather this long before they are sent together. */
export const GATHER_MS = 5_000

export const laneOf = (countId: string): string => `count:${countId}`
export const countOf = ({ lane }: Pick<Command, 'lane'>): string => lane.slice(lane.indexOf(':') + 1)

/**
 * One command `count.lines` stands for all lines of a count that wait. What it says is cut when it is first sent; when
 * that part has been answered it goes on with the next under another key, in its old place, until none is left.
 */
export interface Batches {
  /** Give a command of a count the body that it will have in every attempt. */
  cut(command: Command): Promise<Command>
  /** Take note of what became of a batch; then the next one waits, or the command is done. */
  settle(command: Command, answer: LinesTaken | null): Promise<void>
}

const linesOf = (command: Command) => command.body['lines'] as CountLineForm[]

/** A line after its revision was answered; a newer one made meanwhile still waits. */
function answered(line: CountLine, revision: number, reason: RefusedLine['reason'] | undefined): CountLine {
  const waits = line.revision > revision
  if (reason !== undefined) return waits ? line : marked({ ...line, refusal: reason }, 'refusedOf')
  const sent = { ...line, sentRevision: Math.max(line.sentRevision, revision) }
  return waits ? sent : marked(sent, null)
}

export function batchesOf(db: AccountDb, device: Device, platform: Platform): Batches {
  async function cutLines(command: Command): Promise<Command> {
    const offset = (await device.clockOffset()) ?? 0
    const lines = await db.getAllFromIndex('countLines', 'unsentOf', countOf(command), MOST_LINES)
    // The lines were counted at times of their own, told by the server's clock; so nothing is to be added to them.
    const occurredAt = new Date(platform.now() + offset).toISOString()
    return { ...command, body: { lines: lines.map((line) => formOf(line, offset)) }, occurredAt, clockOffsetMs: 0 }
  }

  /** A submission says how many lines of this person must be there, so that none is lost on the way. */
  async function cutSubmission(command: Command): Promise<Command> {
    const countId = countOf(command)
    const round = command.body['round'] === 2 ? 2 : 1
    const key = keyOf({ countId, round })
    const lines = await db.getAllFromIndex('countLines', 'key', IDBKeyRange.bound(key, `${key}~`))
    return { ...command, body: { round, lines: lines.filter(({ sentRevision }) => sentRevision > 0).length } }
  }

  return {
    cut(command) {
      if (command.attempts > 0) return Promise.resolve(command)
      if (command.kind === 'count.lines') return cutLines(command)
      return command.kind === 'count.submit' ? cutSubmission(command) : Promise.resolve(command)
    },

    async settle(command, answer) {
      const reasons = new Map(answer?.refused.map(({ id, reason }) => [id, reason]))
      const tx = db.transaction(['countLines', 'commands'], 'readwrite')
      const lines = tx.objectStore('countLines')
      for (const { id, revision } of linesOf(command)) {
        const line = await lines.get(id)
        if (line) await lines.put(answered(line, revision, reasons.get(id)))
      }
      const left = await lines.index('unsentOf').count(countOf(command))
      const lane = await tx.objectStore('commands').index('lane').getAll(command.lane)
      const awaited = lane.some(({ seq, state }) => seq > command.seq && state === 'waiting')
      const full = linesOf(command).length === MOST_LINES
      const now = platform.now()
      const next = { state: 'waiting', attempts: 0, id: crypto.randomUUID(), body: { lines: [] } } as const
      await tx
        .objectStore('commands')
        .put(
          left > 0
            ? { ...command, ...next, notBefore: full || awaited ? 0 : now + GATHER_MS }
            : { ...command, state: 'done', doneAt: now, refusal: null },
        )
      await tx.done
    },
  }
}
