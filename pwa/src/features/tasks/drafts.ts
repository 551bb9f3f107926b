import type { Task } from '@/api/types'
import type { CapturedPhoto } from '@/offline/engine'
import type { Draft } from '@/offline/records'

const draft = (
  task: Task,
  act: 'response' | 'verification',
  kind: Draft['kind'],
  body: Record<string, unknown>,
): Draft => ({
  kind,
  lane: `task:${task.id}`,
  method: 'POST',
  path: `/api/tasks/${task.id}/${act}`,
  body: { ...body, ifVersion: task.version },
  target: `/api/tasks/${task.id}`,
  about: task.title,
})

/** The store's answer to a task, with the photos that show it. */
export function responseDraft(task: Task, note: string, photos: CapturedPhoto[]): Draft {
  const refs = photos.map(({ id, sha256, bytes }) => ({ id, sha256, size: bytes.byteLength }))
  return draft(task, 'response', 'task.respond', { note, photos: refs })
}

/** Accept an answer, or return it with a reason. */
export function verdictDraft(task: Task, accepted: boolean, reason: string): Draft {
  return draft(task, 'verification', 'task.verify', accepted ? { accepted } : { accepted, reason })
}
