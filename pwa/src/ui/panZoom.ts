/** How a picture is seen through a window of its own shape: magnified, its centre moved by pixels of the window. */
export interface View {
  scale: number
  x: number
  y: number
}

interface Size {
  width: number
  height: number
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 }
const MOST = 8

const between = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value))

/** The nearest view that leaves no empty edge in a window of `size` pixels. */
export function within({ scale, x, y }: View, { width, height }: Size): View {
  const magnified = between(1, scale, MOST)
  const [far, low] = [((magnified - 1) * width) / 2, ((magnified - 1) * height) / 2]
  return { scale: magnified, x: between(-far, x, far), y: between(-low, y, low) }
}

/** Magnify by `factor` so that what lies at `at` (pixels from the centre of the window) stays there. */
export function zoomed(view: View, factor: number, at: { x: number; y: number }, size: Size): View {
  const scale = between(1, view.scale * factor, MOST)
  const kept = scale / view.scale
  return within({ scale, x: at.x - (at.x - view.x) * kept, y: at.y - (at.y - view.y) * kept }, size)
}

export const moved = (view: View, dx: number, dy: number, size: Size): View =>
  within({ ...view, x: view.x + dx, y: view.y + dy }, size)
