import { computed, onUnmounted, shallowRef, watch, type ComputedRef } from 'vue'
import type { Photo } from '@/api/types'
import { outOfReach } from '../send'
import { useLive } from './live'
import { useEngine } from './session'

export interface PhotoView {
  /** Address to show, null while there is none. */
  url: string | null
  large: string | null
  photo: Photo | null
  /** The bytes are still on this device: share sent so far, or null when it has not begun. */
  sending: { share: number | null } | null
}

const LOOK_EVERY_MS = 3_000
const MOST_LOOKS = 40

/** One photo, from this device's own bytes or the server's rendition; looks again while it is being read. */
export function usePhoto(id: string): { view: ComputedRef<PhotoView>; broken: () => void } {
  const engine = useEngine()
  const objectUrl = shallowRef<string | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let looks = 0
  let stopped = false

  const stored = useLive(async ({ db }) => ({
    photo: (await db.get('photos', id)) ?? null,
    local: (await db.get('localPhotos', id)) ?? null,
    share: engine.uploadShare(id),
  }))
  const release = () => {
    if (objectUrl.value) URL.revokeObjectURL(objectUrl.value)
    objectUrl.value = null
  }
  watch(stored, (now) => {
    if (!now?.local) release()
    else objectUrl.value ??= URL.createObjectURL(new Blob([now.local.bytes], { type: now.local.contentType }))
  })

  async function look(): Promise<void> {
    clearTimeout(timer)
    if (stopped || looks++ > MOST_LOOKS) return
    try {
      const photo = await engine.courier.read('/api/photos/{photo_id}', { path: { photo_id: id } })
      await engine.db.put('photos', photo)
      engine.changed()
      const settled = photo.state === 'refused' || (photo.state === 'ready' && photo.reading?.state !== 'pending')
      if (!settled) timer = setTimeout(() => void look(), LOOK_EVERY_MS)
    } catch (error) {
      if (!outOfReach(error)) throw error
    }
  }

  watch(
    () => (stored.value ? stored.value.local === null : null),
    (onServer) => {
      // Links expire within minutes, so a view begins with fresh ones; without network the cached ones serve.
      if (onServer === true) void look()
    },
    { immediate: true },
  )
  onUnmounted(() => {
    stopped = true
    clearTimeout(timer)
    release()
  })

  const view = computed<PhotoView>(() => {
    const { photo, local, share } = stored.value ?? { photo: null, local: null, share: null }
    const links = photo?.links ?? null
    return {
      url: objectUrl.value ?? links?.small ?? null,
      large: objectUrl.value ?? links?.large ?? null,
      photo,
      sending: local === null ? null : { share },
    }
  })
  return { view, broken: () => void look() }
}
