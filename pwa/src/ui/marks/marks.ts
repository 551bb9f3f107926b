import type { Mark } from '@/api/types'

/** Marks by the id of the photo they lie on. */
export type MarksByPhoto = Readonly<Record<string, readonly Mark[]>>

export const MOST_MARKS = 20
export const MOST_LETTERS = 60
/** Of the longer side, as the server draws them: a stroke, a letter; an arrow's head is so many strokes long. */
export const STROKE = 0.006
export const LETTER = 0.028
const HEAD = 7
const HALF_HEAD = (28 * Math.PI) / 180
/** Of the photo: a shorter arrow or smaller circle is a slip of the finger. */
const LEAST = 0.02

interface Point {
  x: number
  y: number
}

const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
const side = (value: number) => Math.round(within(value, 0, 1) * 10_000) / 10_000

/** The marks of answers and findings, which name them by photo in either way. */
export function marksByPhoto(named: readonly ({ id: string; marks?: Mark[] } | { photoId: string; marks: Mark[] })[]) {
  const found: Record<string, readonly Mark[]> = {}
  for (const each of named) {
    if (each.marks && each.marks.length > 0) found['id' in each ? each.id : each.photoId] = each.marks
  }
  return found as MarksByPhoto
}

/** An arrow or circle from where a finger went down to where it is, kept on the photo. */
export const spanned = (kind: 'arrow' | 'circle', from: Point, to: Point): Mark => ({
  kind,
  x: side(from.x),
  y: side(from.y),
  toX: side(to.x),
  toY: side(to.y),
  text: null,
})

export const textAt = (at: Point, text: string): Mark => ({
  kind: 'text',
  x: side(at.x),
  y: side(at.y),
  toX: null,
  toY: null,
  text,
})

const end = ({ x, y, toX, toY }: Mark): Point => ({ x: toX ?? x, y: toY ?? y })

export function hasExtent(mark: Mark): boolean {
  const to = end(mark)
  const [wide, high] = [Math.abs(to.x - mark.x), Math.abs(to.y - mark.y)]
  return mark.kind === 'circle' ? wide >= LEAST && high >= LEAST : Math.hypot(wide, high) >= LEAST
}

/** The mark moved as far as the photo reaches. */
export function moved<M extends Mark>(mark: M, byX: number, byY: number): M {
  const to = end(mark)
  const x = within(byX, -Math.min(mark.x, to.x), 1 - Math.max(mark.x, to.x))
  const y = within(byY, -Math.min(mark.y, to.y), 1 - Math.max(mark.y, to.y))
  const start = { ...mark, x: side(mark.x + x), y: side(mark.y + y) }
  return mark.kind === 'text' ? start : { ...start, toX: side(to.x + x), toY: side(to.y + y) }
}

/** How far a place is from a mark, in widths of the photo; a text is hit through its element instead. */
function distance(mark: Mark, at: Point, ratio: number): number {
  const to = end(mark)
  if (mark.kind === 'circle') {
    const outX = Math.max(Math.min(mark.x, to.x) - at.x, at.x - Math.max(mark.x, to.x), 0)
    const outY = Math.max(Math.min(mark.y, to.y) - at.y, at.y - Math.max(mark.y, to.y), 0)
    return Math.hypot(outX, outY / ratio)
  }
  const [dx, dy] = [to.x - mark.x, (to.y - mark.y) / ratio]
  const [px, py] = [at.x - mark.x, (at.y - mark.y) / ratio]
  const along = dx === 0 && dy === 0 ? 0 : within((px * dx + py * dy) / (dx * dx + dy * dy), 0, 1)
  return Math.hypot(px - along * dx, py - along * dy)
}

/** The nearest arrow or circle within `slack` (a share of the width) of a place; of several the one on top. */
export function markAt<M extends Mark>(marks: readonly M[], at: Point, ratio: number, slack: number): M | null {
  let best: { mark: M; far: number } | null = null
  for (const mark of marks) {
    const far = mark.kind === 'text' ? Infinity : distance(mark, at, ratio)
    if (far <= slack && far <= (best?.far ?? Infinity)) best = { mark, far }
  }
  return best?.mark ?? null
}

/** The lines of an arrow as a path in a field of `width` × `height`. */
export function arrowPath(mark: Mark, width: number, height: number): string {
  const [x0, y0] = [mark.x * width, mark.y * height]
  const to = end(mark)
  const [x1, y1] = [to.x * width, to.y * height]
  const angle = Math.atan2(y1 - y0, x1 - x0)
  const stroke = STROKE * Math.max(width, height)
  const head = Math.min(HEAD * stroke, Math.max(Math.hypot(x1 - x0, y1 - y0), 2 * stroke))
  const wings = [HALF_HEAD, -HALF_HEAD].map(
    (turn) => `M${x1 - head * Math.cos(angle + turn)} ${y1 - head * Math.sin(angle + turn)}L${x1} ${y1}`,
  )
  return [`M${x0} ${y0}L${x1} ${y1}`, ...wings].join('')
}
