import { computed, onUnmounted, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { oneAtATime } from '@/api/oneAtATime'
import type { Photo } from '@/api/types'
import { photoWith } from '../boxOverlay'
import { outOfReach } from '../send'
import { uploadView, type UploadView } from '../uploadPhase'
import { useLive } from './live'
import { useEngine } from './session'

export interface PhotoView {
  /** Address to show, null while there is none. */
  url: string | null
  large: string | null
  /** Address of a spoken note to be played. */
  sound: string | null
  photo: Photo | null
  /** The bytes are still on this device, and this is how far they have come. */
  upload: UploadView | null
}

/** How soon to look without being told: when nobody tells of changes, and in case a word was lost. */
const UNTOLD_MS = 3_000
const TOLD_MS = 20_000
/** After so many looks the detector is busy or away: it is looked for less often, but never given up. */
const QUICK_LOOKS = 60
const LOOK_LATER_MS = 30_000

/**
 * One photo, from this device's own bytes or the server's rendition; looks again when it is told of a change.
 * @param near whether it is about to be seen: a photo far below needs neither its bytes in memory nor fresh links
 * @param size a list shows the small copy that was made when it was taken; of one without, all of it
 */
export function usePhoto(
  id: string,
  near: Readonly<Ref<boolean>> = ref(true),
  size: 'small' | 'full' = 'full',
): { view: ComputedRef<PhotoView>; broken: () => void } {
  const engine = useEngine()
  const objectUrl = shallowRef<string | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let looks = 0
  let stopped = false

  const topics = new Set([`photo:${id}`, `boxes:${id}`, `share:${id}`])
  const stored = useLive(
    async ({ db, queue }) => {
      const local = (await db.get('localPhotos', id)) ?? null
      return {
        ...photoWith((await db.get('photos', id)) ?? null, await queue.all()),
        local,
        upload: local && uploadView(local, await queue.ofPhoto(id), engine.uploadShare(id), engine.reachable()),
      }
    },
    (topic) => topics.has(topic),
  )
  const release = () => {
    if (objectUrl.value) URL.revokeObjectURL(objectUrl.value)
    objectUrl.value = null
  }
  const bytesOf = async () =>
    (size === 'small' ? await engine.db.get('photoSmall', id) : undefined) ?? (await engine.db.get('photoBytes', id))
  const own = computed(() => (near.value ? (stored.value?.local?.contentType ?? null) : null))
  watch(own, async (type) => {
    release()
    const bytes = type === null ? undefined : await bytesOf()
    // Meanwhile it may have gone out of sight, or reached the server.
    if (type !== null && bytes !== undefined && own.value === type && !stopped && objectUrl.value === null)
      objectUrl.value = URL.createObjectURL(new Blob([bytes], { type }))
  })

  function lookAgain(photo: Photo): void {
    // What could not be read is read once the detector is back.
    const waits = photo.reading?.state === 'failed'
    const settled = photo.state === 'refused' || (photo.state === 'ready' && photo.reading?.state !== 'pending')
    if (settled && !waits) return
    const soon = engine.live.connected.value ? TOLD_MS : UNTOLD_MS
    timer = setTimeout(look, waits || looks > QUICK_LOOKS ? LOOK_LATER_MS : soon)
  }
  const lookOnce = oneAtATime(async () => {
    clearTimeout(timer)
    looks += 1
    const photo = await engine.courier.read('/api/photos/{photo_id}', { path: { photo_id: id } })
    await engine.db.put('photos', photo)
    engine.changed(`photo:${id}`)
    if (!stopped) lookAgain(photo)
  })
  function look(): void {
    if (stopped) return
    lookOnce().catch((error: unknown) => {
      if (!outOfReach(error)) throw error
      if (!stopped) timer = setTimeout(look, LOOK_LATER_MS)
    })
  }

  watch(
    () => (stored.value && near.value ? stored.value.local === null : null),
    (onServer) => {
      // Links expire within minutes, so a view begins with fresh ones; without network the cached ones serve.
      if (onServer === true) look()
    },
    { immediate: true },
  )
  watch(
    () => stored.value?.edited ?? false,
    (waits, waited) => {
      // The server took the boxes: it knows what they come to.
      if (waited && !waits) look()
    },
  )
  const stopHearing = engine.live.listen((notice) => {
    if (near.value && stored.value?.local === null && (notice === null || notice.subjectId === id)) look()
  })
  onUnmounted(() => {
    stopped = true
    stopHearing()
    clearTimeout(timer)
    release()
  })

  const view = computed<PhotoView>(() => {
    const { photo, upload } = stored.value ?? { photo: null, upload: null }
    const links = photo?.links ?? null
    return {
      url: objectUrl.value ?? links?.small ?? null,
      large: objectUrl.value ?? links?.large ?? null,
      sound: objectUrl.value ?? photo?.sound ?? null,
      photo,
      upload,
    }
  })
  return { view, broken: look }
}
