import { newId } from '@/api/ids'
import type { CapturedPhoto } from '@/offline/engine'
import type { Capture } from '@/offline/records'
import { deviceName } from './device'
import { exifOf } from './exif'
import type { Print } from './print'
import type { Answered, Asked } from './print.worker'
import type { Fault } from './quality'

/** A photo ready to be kept, with a small copy to look at and what is wrong with it, if anything. */
export interface Shot {
  photo: CapturedPhoto
  small: Blob
  fault: Fault | null
}

export interface Printer {
  /** Compress, judge and hash a frame beside the page; the bitmap is used up. */
  print(bitmap: ImageBitmap): Promise<Print>
  close(): void
}

/** Start the worker that makes photos of frames. */
export function openPrinter(): Printer {
  const worker = new Worker(new URL('./print.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (answer: Answered) => void>()
  let asked = 0
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    waiting.get(data.id)?.(data)
    waiting.delete(data.id)
  })
  return {
    async print(bitmap) {
      const id = ++asked
      const answer = await new Promise<Answered>((resolve) => {
        waiting.set(id, resolve)
        worker.postMessage({ id, bitmap } satisfies Asked, [bitmap])
      })
      if ('fault' in answer) throw new Error(answer.fault)
      return answer.print
    },
    close: () => worker.terminate(),
  }
}

/** Make a photo of a frame or picture and note when, where and with what it was taken. */
export async function develop(
  printer: Printer,
  bitmap: ImageBitmap,
  capture: Pick<Capture, 'source' | 'position' | 'takenAt'>,
): Promise<Shot> {
  const { bytes, sha256, fault, small } = await printer.print(bitmap)
  const photo: CapturedPhoto = {
    id: newId(),
    storeId: '',
    purpose: 'evidence',
    sha256,
    contentType: 'image/jpeg',
    bytes,
    small: await small.arrayBuffer(),
    capture: { ...capture, device: deviceName() },
  }
  return { photo, small, fault }
}

/** Make a photo of a picture that was taken before; null where the file cannot be read as one. */
export async function developFile(printer: Printer, file: File): Promise<Shot | null> {
  // Taken somewhere else at another time, so only the picture itself can say where and when.
  const { takenAt, position } = exifOf(await file.arrayBuffer())
  const capture = { takenAt: takenAt ?? new Date(file.lastModified).toISOString(), position }
  try {
    return await develop(printer, await createImageBitmap(file), { source: 'gallery', ...capture })
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return null
  }
}
