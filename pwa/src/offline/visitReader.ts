import type { Answer, Visit } from '@/api/types'
import type { Engine } from './engine'
import { visitWith } from './overlay'
import { readBegun } from './reads'

/** One visit, read again and again while it is open. */
export interface VisitReader {
  read(): Promise<Visit | null>
  close(): void
}

/** The visit as it was read anew, with every part that says the same as before as the same object. */
function sharing(before: Visit | null, after: Visit): Visit {
  if (!before) return after
  const known = new Map(before.answers.map((answer) => [answer.checkpointId, answer]))
  const kept = (answer: Answer): Answer => {
    const own = known.get(answer.checkpointId)
    return own && JSON.stringify(own) === JSON.stringify(answer) ? own : answer
  }
  // A version of a checklist never changes.
  const template = before.template.versionId === after.template.versionId ? before.template : after.template
  return { ...after, template, answers: after.answers.map(kept) }
}

/**
 * A visit of hundreds of checkpoints takes a slow phone long to read from the disk, so what the server said of it is
 * kept until something may have come from there; only this device's own edits are laid over it anew.
 */
export function visitReader(engine: Engine, id: string): VisitReader {
  const lane = `inspection:${id}`
  const ownCommands = async () => (await engine.queue.all()).filter((command) => command.lane === lane)
  let told: Visit | null = null
  let telling: Promise<Visit | null> | null = null

  async function tell(): Promise<Visit | null> {
    const stored = (await engine.db.get('visits', id)) ?? (await readBegun(engine, await ownCommands()))
    if (stored === null) telling = null
    return (told = stored && sharing(told, stored))
  }
  const stop = engine.watch((topic) => {
    if (topic === null) telling = null
  })
  return {
    async read() {
      const visit = await (telling ??= tell())
      return visit && visitWith(visit, await ownCommands())
    },
    close: stop,
  }
}
