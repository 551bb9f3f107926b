import { backOff } from '@/api/backOff'
import { NoAnswer } from '@/api/problem'
import type { LinesTaken } from '@/api/types'
import type { Batches } from './counting/batches'
import type { AccountDb } from './database'
import type { Platform } from './platform'
import type { Queue } from './queue'
import type { Command, Topic } from './records'
import { OtherAccount, type Courier } from './send'
import type { Uploads } from './uploads'
import { judge } from './verdict'

export type Pause = 'login' | 'otherAccount' | null

export interface Flusher {
  /** Send what may go; resolves when nothing more can go now. Any number of calls at once is one run. */
  flush(): Promise<void>
  /** The network or the session is back: forget the waiting times that concerned everything. */
  resume(): void
  readonly pause: Pause
  /** The last attempt got no answer, whatever the browser says of its network. */
  readonly unreachable: boolean
  /** Device time (ms) before which nothing goes out, 0 when nothing holds. */
  readonly heldUntil: number
}

interface Parts {
  owner: string
  db: AccountDb
  queue: Queue
  courier: Courier
  uploads: Uploads
  batches: Batches
  platform: Platform
  changed: (topic: Topic) => void
}

type Lane = 'text' | 'photos'

/** The one sender: under a lock that all tabs share, text before photos, one command of a lane at a time. */
export function flusherOf({ owner, db, queue, courier, uploads, batches, platform, changed }: Parts): Flusher {
  let pause: Pause = null
  let heldUntil = 0
  let failures = 0
  let unreachable = false
  let running: Promise<void> | null = null
  let holding = false
  let again = false
  const pumps = new Map<Lane, Promise<void>>()

  /** The command as it goes out now; null if somebody has replaced or discarded it meanwhile. */
  async function prepared(waiting: Command): Promise<Command | null> {
    const command = await batches.cut(waiting)
    // The version this device itself made with an earlier command counts as seen. Once tried, the body stays as it was.
    const own = command.target === null ? undefined : await db.get('versions', command.target)
    const seen = command.body['ifVersion']
    const bump = command.attempts === 0 && own !== undefined && 'ifVersion' in command.body && own > Number(seen ?? 0)
    const body = bump ? { ...command.body, ifVersion: own } : command.body
    const next = { ...command, body, state: 'sending' as const, attempts: command.attempts + 1 }
    return (await queue.take(next)) ? next : null
  }

  async function finish(command: Command, answer: unknown): Promise<void> {
    const version = (answer as { version?: unknown } | null)?.version
    if (command.target !== null && typeof version === 'number') await db.put('versions', version, command.target)
    await queue.update(command.seq, { state: 'done', doneAt: platform.now(), refusal: null })
  }

  async function fail(command: Command, error: unknown): Promise<void> {
    if (error instanceof OtherAccount) {
      pause = 'otherAccount'
      return queue.update(command.seq, { state: 'waiting', attempts: command.attempts - 1 })
    }
    unreachable = error instanceof NoAnswer
    const verdict = judge(error)
    if (verdict.kind === 'refused') return queue.update(command.seq, { state: 'refused', refusal: verdict.refusal })
    if (verdict.kind === 'login') {
      pause = 'login'
      // Nothing was done with it, so it may still be replaced by a later edit.
      return queue.update(command.seq, { state: 'waiting', attempts: command.attempts - 1 })
    }
    failures += 1
    const tries = verdict.everything ? failures : command.attempts
    const until = platform.now() + (verdict.afterMs ?? backOff(tries, platform.random()))
    if (verdict.everything) heldUntil = until
    return queue.update(command.seq, { state: 'waiting', notBefore: verdict.everything ? 0 : until })
  }

  async function attempt(waiting: Command): Promise<void> {
    const command = await prepared(waiting)
    if (command === null) return
    changed(command.lane)
    try {
      if (command.kind === 'photo') {
        const result = await uploads.advance(command)
        if (result === 'done') await finish(command, null)
        else await queue.update(command.seq, { state: 'waiting', notBefore: platform.now() + result })
      } else if (command.kind === 'count.lines') {
        const empty = (command.body['lines'] as unknown[]).length === 0
        await batches.settle(command, empty ? null : ((await courier.command(command)).body as LinesTaken))
        queue.stale()
      } else {
        await finish(command, (await courier.command(command)).body)
      }
      failures = 0
      heldUntil = 0
      unreachable = false
    } catch (error) {
      await fail(command, error)
    }
    changed(command.lane)
  }

  const open = () => pause === null && platform.online() && platform.now() >= heldUntil

  async function pump(lane: Lane): Promise<void> {
    while (open()) {
      if (lane === 'photos') await pumped('text')
      const command = await queue.next(lane === 'photos', platform.now())
      if (command === null || !open()) return
      await attempt(command)
    }
  }

  function pumped(lane: Lane): Promise<void> {
    const current = pumps.get(lane)
    if (current) return current
    const run = pump(lane).finally(() => pumps.delete(lane))
    pumps.set(lane, run)
    return run
  }

  async function drain(): Promise<void> {
    holding = true
    try {
      await queue.reclaim()
      await pumped('text')
      await pumped('photos')
    } finally {
      holding = false
    }
  }

  const wantedAgain = () => again
  async function run(): Promise<void> {
    do {
      again = false
      await platform.exclusively(`storewalk-flush-${owner}`, drain)
    } while (wantedAgain())
  }

  return {
    flush() {
      if (running) {
        again = true
        // A photo may be on its way for a minute: new text does not wait for it.
        if (holding) void pumped('text')
        return running
      }
      running = run().finally(() => {
        running = null
      })
      return running
    },
    resume() {
      pause = null
      heldUntil = 0
      failures = 0
    },
    get pause() {
      return pause
    },
    get unreachable() {
      return unreachable
    },
    get heldUntil() {
      return heldUntil
    },
  }
}
