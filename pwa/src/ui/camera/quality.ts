/** What may be wrong with a shot that is seen at once: too little light, or nothing sharp in it. */
export type Fault = 'dark' | 'blurred'

/**
 * Longest side, in pixels, on which a shot is judged. At this size a blur that can be measured is one that hides the
 * text of a price tag in the photo that is sent.
 */
export const JUDGED_EDGE = 640

/**
 * Least variance of the second difference, along rows or along columns, of a sharp photo (grey levels squared).
 *
 * Measured on the 304 photos of shared/data/shelf/products (640 × 640): as they are 16 to 1258, half a percent below
 * 35; blurred by a Gaussian of 1.5 pixels 2 to 18; smeared by 9 pixels along a row 2 to 16, along a column 1 to 25.
 * So 25 warns of every blurred one and of one sharp photo in 304. The variance of the whole Laplacian did not
 * separate smeared photos (13 to 1419) from sharp ones (183 to 3229): a smear leaves the edges along it sharp, hence
 * the lesser of the two directions.
 */
const LEAST_DETAIL = 25

/**
 * Least grey level of the brightest tenth of a photo with light enough. On the same photos it is 124 to 243; at 35 %
 * of their light 44 to 85. The mean would also warn of a black cooler with well lit goods.
 */
const LEAST_LIGHT = 80
const BRIGHT_SHARE = 0.9

/** Grey levels (0 to 255, ITU-R BT.601) of `width × height` RGBA pixels. */
export function greyOf(rgba: Uint8ClampedArray): Float32Array {
  const grey = new Float32Array(rgba.length / 4)
  for (let at = 0; at < grey.length; at++) {
    const [red, green, blue] = [rgba[at * 4] ?? 0, rgba[at * 4 + 1] ?? 0, rgba[at * 4 + 2] ?? 0]
    grey[at] = 0.299 * red + 0.587 * green + 0.114 * blue
  }
  return grey
}

/** Variance of the second difference of neighbours that lie `step` apart in the array, inside the frame. */
function detailAlong(grey: Float32Array, width: number, height: number, step: number): number {
  let sum = 0
  let squares = 0
  let count = 0
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const second = 2 * (grey[at] ?? 0) - (grey[at - step] ?? 0) - (grey[at + step] ?? 0)
      sum += second
      squares += second * second
      count += 1
    }
  }
  if (count === 0) return 0
  return squares / count - (sum / count) ** 2
}

/** How much fine detail a grey picture has in the direction that has less of it (grey levels squared). */
export function detailOf(grey: Float32Array, width: number, height: number): number {
  return Math.min(detailAlong(grey, width, height, 1), detailAlong(grey, width, height, width))
}

/** The grey level that nine tenths of the pixels do not reach. */
export function lightOf(grey: Float32Array): number {
  const counts = new Uint32Array(256)
  for (const level of grey) {
    const bin = Math.min(255, Math.round(level))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  let below = 0
  for (let level = 0; level < 256; level++) {
    below += counts[level] ?? 0
    if (below >= grey.length * BRIGHT_SHARE) return level
  }
  return 255
}

/** What is wrong with a grey picture; darkness first, since little light also leaves little detail. */
export function faultOf(grey: Float32Array, width: number, height: number): Fault | null {
  if (lightOf(grey) < LEAST_LIGHT) return 'dark'
  return detailOf(grey, width, height) < LEAST_DETAIL ? 'blurred' : null
}
