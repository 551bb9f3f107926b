import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'

export interface Frame {
  bitmap: ImageBitmap
}
/** That the worker has all it needs, or the code in a frame, null when there is none. */
export type Seen = { ready: true } | { code: string | null }

const OPTIONS: ReaderOptions = {
  formats: ['EAN13', 'EAN8', 'UPCA', 'UPCE', 'Code128', 'ITF', 'QRCode'],
  tryHarder: true,
  maxNumberOfSymbols: 1,
}

const told = () => postMessage({ ready: true } satisfies Seen)
prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true }).then(told, told)

async function read(bitmap: ImageBitmap): Promise<string | null> {
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas')
  context.drawImage(bitmap, 0, 0)
  const image = context.getImageData(0, 0, bitmap.width, bitmap.height)
  bitmap.close()
  const [seen] = await readBarcodes(image, OPTIONS)
  return seen?.isValid ? seen.text : null
}

// Looking for a code takes a fifth of a second on a cheap phone; here it does not hold up the screen.
addEventListener('message', ({ data }: MessageEvent<Frame>) => {
  read(data.bitmap).then(
    (code) => postMessage({ code } satisfies Seen),
    () => postMessage({ code: null } satisfies Seen),
  )
})
