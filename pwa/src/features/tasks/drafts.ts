import type { ResponseForm, Task, VerdictForm } from '@/api/types'
import type { CapturedPhoto } from '@/offline/engine'
import type { Draft } from '@/offline/records'

const shared = (task: Task): Pick<Draft, 'lane' | 'method' | 'target' | 'about'> => ({
  lane: `task:${task.id}`,
  method: 'POST',
  target: `/api/tasks/${task.id}`,
  about: task.title,
})

/** The store's answer to a task, with the photos that show it. */
export function responseDraft(task: Task, note: string, taken: CapturedPhoto[]): Draft {
  const photos = taken.map(({ id, sha256, bytes }) => ({ id, sha256, size: bytes.byteLength }))
  const body: ResponseForm = { note, photos, ifVersion: task.version }
  return { ...shared(task), kind: 'task.respond', path: `/api/tasks/${task.id}/response`, body: { ...body } }
}

/** Accept an answer, or return it with a reason. */
export function verdictDraft(task: Task, accepted: boolean, reason: string): Draft {
  const body: VerdictForm = { accepted, ifVersion: task.version, ...(accepted ? {} : { reason }) }
  return { ...shared(task), kind: 'task.verify', path: `/api/tasks/${task.id}/verification`, body: { ...body } }
}
