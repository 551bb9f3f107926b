import { backOff } from '@/api/backOff'
import { ApiError, NoAnswer } from '@/api/problem'
import type { Registered } from '@/api/types'
import { uploadOf } from '@/api/upload'
import type { AccountDb } from './database'
import type { Platform } from './platform'
import type { Command, LocalPhoto, Refusal } from './records'
import type { Courier } from './send'

export interface Uploads {
  /**
   * Bring one photo as far as it gets: register, send to the object store, complete, and wait until the server has
   * confirmed its hash; only then are the bytes deleted here. Each step is kept, so a retry resumes with that step.
   * @returns 'done', or the milliseconds after which to look again
   */
  advance(command: Command): Promise<'done' | number>
}

const LOOK_AGAIN_MS = [700, 1_500, 3_000, 6_000, 12_000, 30_000]
const MOST_SENDINGS = 6
// Faults of the way, not of the picture: the same bytes are sent again.
const RESENDABLE = new Set(['missing', 'size_mismatch', 'hash_mismatch'])
const WORTH_A_RETRY = new Set([...RESENDABLE, 'lost', 'not_stored'])

/** Whether sending a refused photo once more can help; a picture that is unfit stays so. */
export function worthRetrying({ code, message }: Refusal): boolean {
  return code !== 'photo_refused' || WORTH_A_RETRY.has(message)
}

const refused = (code: string, message: string, status = 422) =>
  new ApiError({ status, code, title: message, detail: message, errors: [] })

export function uploadsOf(
  db: AccountDb,
  courier: Courier,
  platform: Platform,
  /** The share sent so far, or null when nothing is on its way any more. */
  progress: (photoId: string, share: number | null) => void,
): Uploads {
  const step = (photo: LocalPhoto, next: LocalPhoto['step']) => db.put('localPhotos', { ...photo, step: next })

  /** The server does not hold it after all: begin anew, with keys of its own, since the old ones would be replayed. */
  async function again(photo: LocalPhoto): Promise<number> {
    const sendings = photo.sendings + 1
    if (sendings >= MOST_SENDINGS) throw refused('photo_refused', 'lost')
    const keys = { registrationKey: crypto.randomUUID(), completionKey: crypto.randomUUID() }
    await db.put('localPhotos', { ...photo, ...keys, sendings, step: 'upload' })
    progress(photo.id, null)
    return backOff(sendings, platform.random())
  }

  async function send(command: Command, photo: LocalPhoto): Promise<void> {
    const detour = { path: command.path, key: photo.registrationKey, body: command.body }
    const { upload } = (await courier.command(command, detour)).body as Registered
    // The server holds the photo already.
    if (upload === null) {
      await step(photo, 'confirm')
      return
    }
    const bytes = await db.get('photoBytes', photo.id)
    if (bytes === undefined) throw refused('photo_refused', 'lost')
    const form = uploadOf(
      upload.fields,
      new Blob([bytes], { type: photo.contentType }),
      `${photo.id}.${photo.contentType.split('/')[1] ?? ''}`,
    )
    let status: number
    progress(photo.id, 0)
    try {
      status = await platform.upload(upload.url, form, (share) => progress(photo.id, share))
    } catch (error) {
      progress(photo.id, null)
      throw new NoAnswer(error instanceof Error ? error.message : String(error))
    }
    if (status < 200 || status >= 300) progress(photo.id, null)
    // 403: the form has expired; registering again (same key) signs a new one. 404 and 5xx: the store is not there now.
    if (status === 403 || status === 404 || status >= 500 || status < 200) throw refused('upload_later', 'upload', 503)
    if (status >= 300) throw refused('photo_refused', 'not_stored')
    await step(photo, 'complete')
  }

  async function complete(command: Command, photo: LocalPhoto): Promise<void> {
    const detour = { path: `/api/photos/${photo.id}/complete`, key: photo.completionKey, body: {} }
    await courier.command(command, detour)
    await step(photo, 'confirm')
  }

  async function confirmed(command: Command, photo: LocalPhoto): Promise<'done' | number> {
    const view = await courier.read('/api/photos/{photo_id}', { path: { photo_id: photo.id } })
    if (view.state === 'awaiting' || (view.state === 'refused' && RESENDABLE.has(view.reason ?? '')))
      return again(photo)
    if (view.state === 'refused') throw refused('photo_refused', view.reason ?? 'not_stored')
    if (view.state !== 'ready') return LOOK_AGAIN_MS[Math.min(command.attempts, LOOK_AGAIN_MS.length - 1)] ?? 30_000
    const tx = db.transaction(['photos', 'localPhotos', 'photoBytes', 'photoSmall'], 'readwrite')
    await tx.objectStore('photos').put(view)
    await tx.objectStore('localPhotos').delete(photo.id)
    await tx.objectStore('photoBytes').delete(photo.id)
    await tx.objectStore('photoSmall').delete(photo.id)
    await tx.done
    progress(photo.id, null)
    return 'done'
  }

  return {
    async advance(command) {
      const id = String(command.body['id'])
      for (;;) {
        const photo = await db.get('localPhotos', id)
        if (!photo) return 'done'
        if (photo.step === 'upload') await send(command, photo)
        else if (photo.step === 'complete') await complete(command, photo)
        else return confirmed(command, photo)
      }
    },
  }
}
