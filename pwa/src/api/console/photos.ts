import type { Api } from '../client'
import { NoAnswer } from '../problem'
import type { PhotoForm, Registered } from '../types'
import { uploadForm, uploadOf, type Upload } from '../upload'
import type { Photo } from './types'

/** How far a photo has come on its way. */
export interface Steps {
  sending(share: number): void
  checking(): void
}

/** What sending needs of the browser. */
interface Way {
  upload: Upload
  pause(ms: number): Promise<void>
}

const LOOK_AGAIN_MS = [400, 800, 1_500, 3_000, 6_000, 10_000]
const browser: Way = { upload: uploadForm, pause: (ms) => new Promise((over) => void setTimeout(over, ms)) }

async function sent(way: Way, to: NonNullable<Registered['upload']>, form: FormData, on: Steps): Promise<void> {
  let status: number
  on.sending(0)
  try {
    status = await way.upload(to.url, form, on.sending)
  } catch (error) {
    throw new NoAnswer(error instanceof Error ? error.message : String(error))
  }
  // The store is not there now, or the form has expired: registering once more signs another.
  if (status < 200 || status >= 300) throw new NoAnswer(`the store answered ${status}`)
}

/**
 * Send one photo: register it, upload its bytes, and wait for the server's own look at them. All of it may be done
 * again, since the server knows the photo by its id.
 * @returns the photo as the server has it: ready, refused for a reason, or still `uploaded` where its look takes long
 * @throws ApiError, NoAnswer
 */
export async function sendPhoto(
  api: Api,
  photo: PhotoForm,
  bytes: ArrayBuffer,
  on: Steps,
  way = browser,
): Promise<Photo> {
  const path = { id: photo.id }
  const { upload } = await api.command<Registered>('POST', '/api/photos', { body: photo })
  if (upload !== null) {
    const file = new Blob([bytes], { type: photo.contentType })
    await sent(way, upload, uploadOf(upload.fields, file, `${photo.id}.jpg`), on)
    await api.command('POST', '/api/photos/{id}/complete', { path })
  }
  on.checking()
  const look = () => api.read<Photo>('/api/photos/{id}', { path })
  let seen = await look()
  for (const wait of LOOK_AGAIN_MS) {
    if (seen.state !== 'uploaded') break
    await way.pause(wait)
    seen = await look()
  }
  return seen
}
