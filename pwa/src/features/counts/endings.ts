import type { Count, CountZone } from '@/api/types'
import { laneOf } from '@/offline/counting/batches'
import { closingDraft, submissionDraft } from '@/offline/counting/drafts'
import type { Engine } from '@/offline/engine'
import type { Draft } from '@/offline/records'

/** What was counted goes out before the word that it is all. */
async function endWith(engine: Engine, count: Count, draft: Draft): Promise<void> {
  await engine.queue.hasten(laneOf(count.id))
  await engine.enqueue(draft)
}

export const endZone = (engine: Engine, count: Count, zone: CountZone): Promise<void> =>
  endWith(engine, count, closingDraft(count, zone))

export const submitCount = (engine: Engine, count: Count): Promise<void> =>
  endWith(engine, count, submissionDraft(count))
