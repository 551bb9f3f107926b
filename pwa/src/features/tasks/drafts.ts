import { newId } from '@/api/ids'
import type {
  BlockForm,
  BlockReason,
  CommentForm,
  HandOverForm,
  OpenForm,
  PhotoRef,
  ResponseForm,
  Store,
  Task,
  UnblockForm,
  VerdictForm,
} from '@/api/types'
import type { CapturedPhoto } from '@/offline/engine'
import type { Draft } from '@/offline/records'

const shared = (task: Task): Pick<Draft, 'lane' | 'method' | 'target' | 'about'> => ({
  lane: `task:${task.id}`,
  method: 'POST',
  target: `/api/tasks/${task.id}`,
  about: task.title,
})

const named = (taken: CapturedPhoto[]): PhotoRef[] =>
  taken.map(({ id, sha256, bytes }) => ({ id, sha256, size: bytes.byteLength }))

/** The store's answer to a task, with the photos that show it. */
export function responseDraft(task: Task, note: string, taken: CapturedPhoto[]): Draft {
  const body: ResponseForm = { note, photos: named(taken), ifVersion: task.version }
  return { ...shared(task), kind: 'task.respond', path: `/api/tasks/${task.id}/response`, body: { ...body } }
}

/** Accept an answer, or return it with a reason. */
export function verdictDraft(task: Task, accepted: boolean, reason: string): Draft {
  const body: VerdictForm = { accepted, ifVersion: task.version, ...(accepted ? {} : { reason }) }
  return { ...shared(task), kind: 'task.verify', path: `/api/tasks/${task.id}/verification`, body: { ...body } }
}

/** What somebody writes down to be done at a store. */
export interface Wanted {
  store: Store
  title: string
  requirement: string
  critical: boolean
  dueAt: string | null
  assigneeId: string | null
  photos: CapturedPhoto[]
}

/** A task opened by hand, with the id that it keeps. */
export function openDraft(wanted: Wanted): Draft & { id: string } {
  const id = newId()
  const body: OpenForm = {
    tasks: [{ id, storeId: wanted.store.id }],
    title: wanted.title,
    requirement: wanted.requirement,
    critical: wanted.critical,
    dueAt: wanted.dueAt,
    photos: named(wanted.photos),
    assigneeId: wanted.assigneeId,
  }
  const about = { zh: wanted.title, en: wanted.title }
  return { id, kind: 'task.open', lane: `task:${id}`, method: 'POST', path: '/api/tasks', body: { ...body }, about }
}

/** Hand a task to a colleague at its store. */
export function handOverDraft(task: Task, accountId: string): Draft {
  const body: HandOverForm = { accountId, ifVersion: task.version }
  return { ...shared(task), kind: 'task.assign', path: `/api/tasks/${task.id}/assignment`, body: { ...body } }
}

/** Say that a cause outside the store keeps it from the work. */
export function blockDraft(task: Task, reason: BlockReason, note: string): Draft {
  const body: BlockForm = { reason, note, ifVersion: task.version }
  return { ...shared(task), kind: 'task.block', path: `/api/tasks/${task.id}/block`, body: { ...body } }
}

/** Let the clock run again. */
export function unblockDraft(task: Task, note: string): Draft {
  const body: UnblockForm = { note, ifVersion: task.version }
  return { ...shared(task), kind: 'task.unblock', path: `/api/tasks/${task.id}/unblock`, body: { ...body } }
}

/** Say something about a task; what was said before stays as it is. */
export function commentDraft(task: Task, text: string, taken: CapturedPhoto[]): Draft {
  const body: CommentForm = { id: newId(), text, photos: named(taken) }
  const { lane, method, about } = shared(task)
  const path = `/api/tasks/${task.id}/comments`
  return { lane, method, kind: 'task.comment', path, body: { ...body }, ...(about ? { about } : {}) }
}
