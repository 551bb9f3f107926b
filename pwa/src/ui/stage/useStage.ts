import { shallowRef, useTemplateRef, type ComputedRef, type ShallowRef } from 'vue'
import './stage.css'
import { useFingers } from './useFingers'
import { useView } from './useView'

export interface Place {
  x: number
  y: number
}

/** What one finger does from where it came down: it moves the photo, or what an editor makes of it. */
type Deed<Act> = Act | { kind: 'pan' }

interface Editing<Act, Ghost> {
  begin(event: PointerEvent, stage: { at: Place; photo: DOMRect }): Deed<Act>
  /** What a drag makes of it so far, shown as a ghost; null for what makes nothing. */
  drag(act: Act, start: Place, now: Place): Ghost | null
  /** The finger went up; `slipped`: about where it came down. */
  end(act: Deed<Act>, ghost: Ghost | null, slipped: boolean, at: Place): void
  /** Around which place of the photo buttons enlarge; without one around the middle of what is seen. */
  middle?(): Place | null
}

interface Stage<Act, Ghost> {
  transform: ComputedRef<string>
  scale: ComputedRef<number>
  /** What the finger is making. */
  ghost: ShallowRef<Ghost | null>
  /** What the finger does now. */
  act(): Deed<Act> | null
  /** Listeners of the frame. */
  hands: Record<string, (event: never) => void>
  zoomBy(factor: number): void
  whole(): void
  pan(byX: number, byY: number): void
}

const SLIP_PX = 6

/**
 * A photo under the fingers: two, or the wheel, enlarge it; what one does is the editor's. The component has a
 * `ref="frame"` with the listeners and in it a `ref="photo"` with the transform. Places are shares of the photo.
 */
export function useStage<Act extends { kind: string }, Ghost>(editing: Editing<Act, Ghost>): Stage<Act, Ghost> {
  const frame = useTemplateRef<HTMLElement>('frame')
  const photo = useTemplateRef<HTMLElement>('photo')
  const { scale, transform, pan, zoom, reset } = useView(() => frame.value)
  const ghost: ShallowRef<Ghost | null> = shallowRef(null)
  let act: Deed<Act> | null = null
  let from: PointerEvent | null = null

  const lying = () => photo.value?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
  function at(event: PointerEvent): Place {
    const { left, top, width, height } = lying()
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
  }
  const slip = (event: PointerEvent) =>
    from !== null && Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) < SLIP_PX
  const panning = (deed: Deed<Act>): deed is { kind: 'pan' } => deed.kind === 'pan'

  const { down, move, up, cancel } = useFingers(
    () => frame.value,
    { pan, zoom },
    {
      down(event) {
        ghost.value = null
        from = event
        act = editing.begin(event, { at: at(event), photo: lying() })
      },
      move(event, last) {
        if (!act || !from || (ghost.value === null && !panning(act) && slip(event))) return
        if (panning(act)) pan(event.clientX - last.clientX, event.clientY - last.clientY)
        else ghost.value = editing.drag(act, at(from), at(event))
      },
      up(event) {
        const [done, made] = [act, ghost.value]
        act = null
        ghost.value = null
        if (done) editing.end(done, made, slip(event), at(event))
      },
      cancel() {
        act = null
        ghost.value = null
      },
    },
  )
  return {
    transform,
    scale,
    ghost,
    act: () => act,
    hands: {
      pointerdown(event: PointerEvent) {
        event.preventDefault()
        down(event)
      },
      pointermove: move,
      pointerup: up,
      pointercancel: cancel,
      wheel(event: WheelEvent) {
        event.preventDefault()
        zoom(Math.exp(-event.deltaY / 400), { x: event.clientX, y: event.clientY })
      },
    },
    zoomBy(factor) {
      const seen = frame.value?.getBoundingClientRect()
      if (!seen) return
      const [middle, { left, top, width, height }] = [editing.middle?.() ?? null, lying()]
      const around = middle
        ? { x: left + middle.x * width, y: top + middle.y * height }
        : { x: seen.left + seen.width / 2, y: seen.top + seen.height / 2 }
      zoom(factor, around)
    },
    whole: reset,
    pan,
  }
}
