import type { AccountDb } from './database'
import type { Command } from './records'

/**
 * The stored commands in memory. They are read once; what this tab writes is laid in, and after a word from another tab
 * they are read anew. A command that did not change is the same object at every reading, so that what was made of it
 * need not be made again.
 */
export interface Mirror {
  all(): Promise<readonly Command[]>
  /** Lay in what has just been written. */
  put(command: Command): void
  drop(seqs: ReadonlySet<number>): void
  /** Somebody else has written. */
  stale(): void
}

export function mirrorOf(db: AccountDb): Mirror {
  let kept: readonly Command[] | null = null
  let reading: Promise<readonly Command[]> | null = null

  function read(): Promise<readonly Command[]> {
    // A write of this tab that this reading does not see can only begin after it, so what is laid in comes after it too.
    const current = db.getAll('commands').then((all) => {
      if (reading === current) {
        kept = all
        reading = null
      }
      return all
    })
    reading = current
    return current
  }

  return {
    all: () => (kept ? Promise.resolve(kept) : (reading ?? read())),
    put(command) {
      if (!kept) return
      const at = kept.findLastIndex(({ seq }) => seq <= command.seq)
      const known = kept[at]?.seq === command.seq
      kept = known ? kept.with(at, command) : kept.toSpliced(at + 1, 0, command)
    },
    drop(seqs) {
      kept &&= kept.filter(({ seq }) => !seqs.has(seq))
    },
    stale() {
      kept = null
      reading = null
    },
  }
}
