import { computed, onUnmounted, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { newId } from '@/api/ids'
import { sendPhoto } from '@/api/console/photos'
import { useDesk } from '@/api/console/session'
import { ApiError, NoAnswer } from '@/api/problem'
import type { PhotoRef } from '@/api/types'
import type { CapturedPhoto } from '@/offline/engine'
import { developFile, openPrinter, type Printer } from '@/ui/camera/capture'

export const MOST = 9

/** A photo that a form takes along, and how far it has come. */
export interface ChosenPhoto {
  /** Stays the same while `photo` takes another id for another store. */
  key: string
  photo: CapturedPhoto
  url: string
  state: 'chosen' | 'sending' | 'checking' | 'sent' | 'refused' | 'failed'
  /** Share sent so far, 0 to 1. */
  share: number
  /** Why the server does not take it. */
  reason: string | null
  /** Why it has not arrived. */
  error: unknown
}

export interface ChosenPhotos {
  readonly photos: Readonly<ShallowRef<readonly ChosenPhoto[]>>
  /** Names of files that are no pictures. */
  readonly unreadable: Readonly<ShallowRef<readonly string[]>>
  readonly reading: Readonly<ShallowRef<boolean>>
  /** The photos as a form names them. */
  readonly named: ComputedRef<PhotoRef[]>
  /** One of them is not taken by the server: without it the rest may go. */
  readonly spoiled: ComputedRef<boolean>
  /** The form has to wait: files are being read, or one is spoiled. */
  readonly holding: ComputedRef<boolean>
  choose(files: readonly File[]): Promise<void>
  remove(key: string): void
  clear(): void
  /** Send what has not been sent to this store; whether all of them are there. */
  send(storeId: string): Promise<boolean>
}

/** Photos chosen from files; sent just before the form that names them, so that a form given up leaves none. */
export function useChosenPhotos(): ChosenPhotos {
  const { api } = useDesk()
  const photos = shallowRef<readonly ChosenPhoto[]>([])
  const unreadable = shallowRef<readonly string[]>([])
  const reading = shallowRef(false)
  const spoiled = computed(() => photos.value.some(({ state }) => state === 'refused'))
  let printer: Printer | null = null

  const change = (key: string, changes: Partial<ChosenPhoto>) =>
    (photos.value = photos.value.map((each) => (each.key === key ? { ...each, ...changes } : each)))
  function clear(): void {
    photos.value.forEach(({ url }) => URL.revokeObjectURL(url))
    photos.value = []
    unreadable.value = []
  }
  onUnmounted(() => {
    clear()
    printer?.close()
  })

  async function send({ key, photo }: ChosenPhoto, storeId: string): Promise<void> {
    // The server knows an id as a photo of one store.
    const bound = photo.storeId === '' || photo.storeId === storeId
    const own: CapturedPhoto = { ...photo, storeId, id: bound ? photo.id : newId() }
    change(key, { photo: own, state: 'sending', share: 0, reason: null, error: null })
    // Its small copy stays here.
    const { bytes, ...facts } = { ...own, small: undefined }
    try {
      const seen = await sendPhoto(api, { ...facts, size: bytes.byteLength }, bytes, {
        sending: (share) => change(key, { share }),
        checking: () => change(key, { state: 'checking' }),
      })
      if (seen.state === 'refused') change(key, { state: 'refused', reason: seen.reason })
      // What the server has not found is sent once more with the next try.
      else change(key, { state: seen.state === 'awaiting' ? 'failed' : 'sent' })
    } catch (error) {
      if (!(error instanceof ApiError || error instanceof NoAnswer)) throw error
      change(key, { state: 'failed', error })
    }
  }

  return {
    photos,
    unreadable,
    reading,
    named: computed(() =>
      photos.value.map(({ photo: { id, sha256, bytes } }) => ({ id, sha256, size: bytes.byteLength })),
    ),
    spoiled,
    holding: computed(() => reading.value || spoiled.value),
    async choose(files) {
      reading.value = true
      unreadable.value = []
      printer ??= openPrinter()
      try {
        for (const file of files) {
          const shot = photos.value.length < MOST ? await developFile(printer, file) : undefined
          if (shot === null) unreadable.value = [...unreadable.value, file.name]
          if (shot) {
            const url = URL.createObjectURL(shot.small)
            const fresh = { state: 'chosen', share: 0, reason: null, error: null } as const
            photos.value = [...photos.value, { ...fresh, key: shot.photo.id, photo: shot.photo, url }]
          }
        }
      } finally {
        reading.value = false
      }
    },
    remove(key) {
      const gone = photos.value.find((each) => each.key === key)
      if (gone) URL.revokeObjectURL(gone.url)
      photos.value = photos.value.filter((each) => each.key !== key)
    },
    clear,
    async send(storeId) {
      const there = ({ state, photo }: ChosenPhoto) => state === 'sent' && photo.storeId === storeId
      await Promise.all(photos.value.filter((each) => !there(each)).map((each) => send(each, storeId)))
      return photos.value.every(there)
    },
  }
}
