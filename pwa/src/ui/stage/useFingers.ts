interface View {
  pan(byX: number, byY: number): void
  zoom(factor: number, around: { x: number; y: number }): void
}

/** What one finger does while it is alone; with a second one it is called off, and both pinch. */
interface OneFinger {
  down(event: PointerEvent): void
  /** @param last the event before */
  move(event: PointerEvent, last: PointerEvent): void
  up(event: PointerEvent): void
  cancel(): void
}

/** One finger acts, two pinch and move what lies under a frame. */
export function useFingers(
  frame: () => HTMLElement | null,
  { pan, zoom }: View,
  one: OneFinger,
): { [name in 'down' | 'move' | 'up' | 'cancel']: (event: PointerEvent) => void } {
  const fingers = new Map<number, PointerEvent>()

  function pinch(event: PointerEvent, last: PointerEvent): void {
    const other = [...fingers.values()].find(({ pointerId }) => pointerId !== event.pointerId)
    if (!other) return
    const apart = (finger: PointerEvent) => Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY)
    const middle = { x: (event.clientX + other.clientX) / 2, y: (event.clientY + other.clientY) / 2 }
    zoom(apart(event) / Math.max(1, apart(last)), middle)
    pan((event.clientX - last.clientX) / 2, (event.clientY - last.clientY) / 2)
  }

  return {
    down(event) {
      frame()?.setPointerCapture(event.pointerId)
      fingers.set(event.pointerId, event)
      if (fingers.size > 1) one.cancel()
      else one.down(event)
    },
    move(event) {
      const last = fingers.get(event.pointerId)
      if (!last) return
      fingers.set(event.pointerId, event)
      if (fingers.size > 1) pinch(event, last)
      else one.move(event, last)
    },
    up(event) {
      if (fingers.delete(event.pointerId)) one.up(event)
    },
    cancel(event) {
      fingers.delete(event.pointerId)
      one.cancel()
    },
  }
}
