import { onUnmounted, type ShallowRef } from 'vue'
import type { Frame, Seen } from './read.worker'
import { sightingsOf } from './sightings'

const EVERY_MS = 120
const LONGEST_EDGE = 960

/**
 * Looks at the video some times a second and tells each code once as long as it stays in the picture.
 * @param before the code that was told before the camera was away for a moment
 */
export function useScanner(
  video: Readonly<ShallowRef<HTMLVideoElement | null>>,
  found: (code: string) => void,
  before: string,
): { run(): void } {
  const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' })
  const isNew = sightingsOf(before)
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  async function frame(source: HTMLVideoElement): Promise<ImageBitmap | null> {
    const { videoWidth, videoHeight } = source
    if (videoWidth === 0 || videoHeight === 0) return null
    const scale = Math.min(1, LONGEST_EDGE / Math.max(videoWidth, videoHeight))
    const size = { resizeWidth: Math.round(videoWidth * scale), resizeHeight: Math.round(videoHeight * scale) }
    return createImageBitmap(source, size)
  }

  async function look(): Promise<void> {
    const bitmap = video.value ? await frame(video.value) : null
    if (stopped) return
    // One frame at a time: the answer asks for the next.
    if (bitmap) worker.postMessage({ bitmap } satisfies Frame, [bitmap])
    else timer = setTimeout(() => void look(), EVERY_MS)
  }

  // Ended only when it has loaded, so that what it was fetching is not broken off.
  let loaded = false
  const end = () => {
    loaded = true
    if (stopped) worker.terminate()
  }
  worker.addEventListener('error', end)
  worker.addEventListener('message', ({ data }: MessageEvent<Seen>) => {
    if ('ready' in data) {
      end()
      return
    }
    if (stopped) return
    if (isNew(data.code, performance.now()) && data.code !== null) found(data.code)
    timer = setTimeout(() => void look(), EVERY_MS)
  })
  onUnmounted(() => {
    stopped = true
    clearTimeout(timer)
    if (loaded) worker.terminate()
  })
  return { run: () => void look() }
}
