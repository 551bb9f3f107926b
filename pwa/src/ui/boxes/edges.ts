import type { Box } from '@/api/types'

/** Corners as fractions of the photo: x to the right, y downwards. */
export type Edges = Pick<Box, 'x0' | 'y0' | 'x1' | 'y1'>
export type Corner = readonly ['x0' | 'x1', 'y0' | 'y1']

export const CORNERS: readonly Corner[] = [
  ['x0', 'y0'],
  ['x1', 'y0'],
  ['x0', 'y1'],
  ['x1', 'y1'],
]
/** Of the photo: a narrower box is a slip of the finger. The server refuses those under 0.002. */
export const LEAST = 0.008

const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** The box of two opposite corners, in whatever order, kept on the photo. */
export function spanned(x: number, y: number, toX: number, toY: number): Edges {
  const [x0, x1] = [within(Math.min(x, toX), 0, 1), within(Math.max(x, toX), 0, 1)]
  const [y0, y1] = [within(Math.min(y, toY), 0, 1), within(Math.max(y, toY), 0, 1)]
  return { x0, y0, x1, y1 }
}

/** The box moved as far as the photo reaches. */
export function moved({ x0, y0, x1, y1 }: Edges, byX: number, byY: number): Edges {
  const x = within(byX, -x0, 1 - x1)
  const y = within(byY, -y0, 1 - y1)
  return { x0: x0 + x, y0: y0 + y, x1: x1 + x, y1: y1 + y }
}

/** The box with one of its corners moved; the opposite corner stays, and the box keeps an extent. */
export function resized(edges: Edges, [sideX, sideY]: Corner, byX: number, byY: number): Edges {
  const after = { ...edges }
  after[sideX] =
    sideX === 'x0' ? within(edges.x0 + byX, 0, edges.x1 - LEAST) : within(edges.x1 + byX, edges.x0 + LEAST, 1)
  after[sideY] =
    sideY === 'y0' ? within(edges.y0 + byY, 0, edges.y1 - LEAST) : within(edges.y1 + byY, edges.y0 + LEAST, 1)
  return after
}

export const hasExtent = ({ x0, y0, x1, y1 }: Edges): boolean => x1 - x0 >= LEAST && y1 - y0 >= LEAST

const area = ({ x0, y0, x1, y1 }: Edges) => (x1 - x0) * (y1 - y0)

/** The smallest box at a place: of a gap on a facing, the one a person means. */
export function boxAt<B extends Edges>(boxes: readonly B[], x: number, y: number): B | null {
  const hit = boxes.filter((box) => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1)
  return hit.sort((a, b) => area(a) - area(b))[0] ?? null
}
