import { sha256Of } from '../hash'
import { faultOf, greyOf, JUDGED_EDGE, type Fault } from './quality'

/** A shot as it will be sent, with what was seen on it at once. */
export interface Print {
  bytes: ArrayBuffer
  sha256: string
  fault: Fault | null
  /** A small copy to show, so that a long burst holds no large pictures. */
  small: Blob
}

/**
 * Pictures made of real shelf photos at their full detail (30 mosaics of shared/data/shelf/products, 2048 × 1536)
 * come to 0.60 to 0.69 MB at 0.8, where the small print of price tags is still crisp; 1600 pixels gave 0.4 MB but
 * 40 % fewer pixels to a letter. Noise in the dark can double that: then the lower quality is taken.
 */
const LONGEST_EDGE = 2048
const QUALITY = 0.8
const LOWER_QUALITY = 0.65
const MOST_BYTES = 800_000
const SMALL_EDGE = 480

function drawn(bitmap: ImageBitmap, longest: number): OffscreenCanvasRenderingContext2D {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return context
}

/** Compress a frame, judge it and hash it; takes the bitmap over and closes it. Runs in the worker. */
export async function print(bitmap: ImageBitmap): Promise<Print> {
  const { canvas } = drawn(bitmap, LONGEST_EDGE)
  const judged = drawn(bitmap, JUDGED_EDGE)
  const small = await drawn(bitmap, SMALL_EDGE).canvas.convertToBlob({ type: 'image/jpeg', quality: 0.7 })
  bitmap.close()
  let blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
  if (blob.size > MOST_BYTES) blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: LOWER_QUALITY })
  const bytes = await blob.arrayBuffer()
  const { width, height } = judged.canvas
  const fault = faultOf(greyOf(judged.getImageData(0, 0, width, height).data), width, height)
  return { bytes, sha256: await sha256Of(bytes), fault, small }
}
