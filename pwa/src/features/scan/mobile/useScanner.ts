import { onUnmounted, ref, type Ref, type ShallowRef } from 'vue'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'

const EVERY_MS = 180
const OPTIONS: ReaderOptions = {
  formats: ['EAN13', 'EAN8', 'UPCA', 'UPCE', 'Code128', 'ITF', 'QRCode'],
  tryHarder: true,
  maxNumberOfSymbols: 1,
}
const LONGEST_EDGE = 960

/** Looks at the video a few times a second and tells each barcode once until another one comes. */
export function useScanner(
  video: Readonly<ShallowRef<HTMLVideoElement | null>>,
  found: (code: string) => void,
): {
  run(): void
  active: Ref<boolean>
} {
  const active = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = ''

  prepareZXingModule({ overrides: { locateFile: () => wasmUrl } })

  function frame(source: HTMLVideoElement): ImageData | null {
    const scale = Math.min(1, LONGEST_EDGE / Math.max(source.videoWidth, source.videoHeight, 1))
    const width = Math.round(source.videoWidth * scale)
    const height = Math.round(source.videoHeight * scale)
    if (width === 0) return null
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
    context?.drawImage(source, 0, 0, width, height)
    return context?.getImageData(0, 0, width, height) ?? null
  }

  async function look(): Promise<void> {
    const image = video.value ? frame(video.value) : null
    if (image) {
      const [seen] = await readBarcodes(image, OPTIONS)
      if (seen?.isValid && seen.text !== last) {
        last = seen.text
        // Absent on iOS, and refused before the first tap.
        if ('vibrate' in navigator && navigator.userActivation.hasBeenActive) navigator.vibrate(60)
        found(seen.text)
      }
    }
    if (active.value) timer = setTimeout(() => void look(), EVERY_MS)
  }

  onUnmounted(() => {
    active.value = false
    clearTimeout(timer)
  })
  return {
    active,
    run() {
      active.value = true
      void look()
    },
  }
}
