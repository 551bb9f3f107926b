import type { Position, Words } from '@/api/types'
import type { Method } from '@/api/http'

type CommandState = 'waiting' | 'sending' | 'done' | 'refused'

export type CommandKind =
  | 'visit.start'
  | 'visit.take'
  | 'visit.answer'
  | 'visit.submit'
  | 'visit.decide'
  | 'visit.sign'
  | 'visit.signPresent'
  | 'visit.dispute'
  | 'visit.remark'
  | 'dispute.decide'
  | 'task.respond'
  | 'task.verify'
  | 'task.open'
  | 'task.assign'
  | 'task.block'
  | 'task.unblock'
  | 'task.comment'
  | 'inbox.read'
  | 'inbox.readAll'
  | 'account.locale'
  | 'account.revoke'
  | 'account.quiet'
  | 'push.subscribe'
  | 'push.test'
  | 'photo.share'
  | 'photo'
  | 'photo.boxes'
  | 'count.open'
  | 'count.lines'
  | 'count.close'
  | 'count.submit'
  | 'lot.step'
  | 'waste.report'
  | 'waste.decide'
  | 'transfer.request'
  | 'transfer.ship'
  | 'transfer.receive'
  | 'transfer.cancel'
  | 'order.open'
  | 'order.lines'
  | 'order.submit'
  | 'order.decide'
  | 'order.withdraw'
  | 'order.plan'
  | 'rebalance.accept'
  | 'rebalance.refuse'
  | 'order.accept'
  | 'order.ship'
  | 'order.receive'
  | 'order.close'
  | 'claim.open'
  | 'signal.enter'
  | 'signal.change'
  | 'signal.cancel'

/** Why the server did not take a command. `current` is its own state of the thing, when two devices edited it. */
export interface Refusal {
  status: number
  code: string
  message: string
  fields: { field: string | null; message: string }[]
  current: { version: number; [field: string]: unknown } | null
}

/** What a screen asks for. Commands of one lane go out in order; lanes do not wait for each other. */
export interface Draft {
  kind: CommandKind
  lane: string
  method: Exclude<Method, 'GET'>
  path: string
  body: Record<string, unknown>
  /** The one thing it sets, such as an answer: a later draft for it replaces one that was never sent. */
  target?: string
  /** What the person recognizes it by in the queue: a checkpoint, a task, a store. */
  about?: Words | null
}

/** One write on its way to the server; it leaves the device only by an answer or by the person's hand. */
export interface Command extends Required<Omit<Draft, 'target' | 'about'>> {
  /** Order on this device, also sent as the device's sequence. */
  seq: number
  /** The idempotency key: the same for every attempt. */
  id: string
  target: string | null
  about: Words | null
  owner: string
  /** The device's clock when the person acted, and how far the server's was ahead of it (ms; null: never measured). */
  occurredAt: string
  clockOffsetMs: number | null
  state: CommandState
  attempts: number
  /** Not tried again before this device time (ms). */
  notBefore: number
  doneAt: number | null
  refusal: Refusal | null
}

/**
 * What changed: a lane of the queue, how much of a photo is sent (`share:` and its id), whether data is being fetched
 * (`sync`), or with null anything.
 */
export type Topic = string | null

export interface Capture {
  takenAt: string
  source: 'camera' | 'gallery'
  position: Position | null
  device: string
}

/**
 * A photo or spoken note whose bytes are still on the device. They stay until the server has confirmed their hash, in a
 * table of their own: what a photo has come to is looked at often, its bytes once.
 */
export interface LocalPhoto {
  id: string
  storeId: string
  purpose: 'shelf' | 'evidence' | 'voice'
  sha256: string
  contentType: 'image/jpeg' | 'audio/webm' | 'audio/mp4'
  capture: Capture
  step: 'upload' | 'complete' | 'confirm'
  registrationKey: string
  completionKey: string
  /** How often it was sent in vain. */
  sendings: number
}
