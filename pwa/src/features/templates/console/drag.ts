import { inject, onScopeDispose, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import type { Place } from './places'

const EDGE = 90
const PACE = 14

export interface Drag {
  /** What is being dragged. */
  from: Readonly<ShallowRef<Place | null>>
  /** Before what it would come down. */
  over: Readonly<ShallowRef<Place | null>>
  /** Begin at the handle; the pointer decides the rest. */
  start(event: PointerEvent, from: Place): void
}

const DRAG: InjectionKey<Drag> = Symbol('drag')

/** Whether two places are the same one. */
export const isAt = (place: Place | null, section: number, question: number | null): boolean =>
  place?.section === section && place.question === question

/** Where something comes down at a point of the page: before or after what lies there, by its middle. */
function placeAt(x: number, y: number, sections: boolean): Place | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const target = element.closest<HTMLElement>(sections ? '[data-section]' : '[data-question], [data-section]')
    if (!target) continue
    const { top, height } = target.getBoundingClientRect()
    const after = y > top + height / 2
    const section = Number(target.closest<HTMLElement>('[data-section]')?.dataset['section'])
    if (sections) return { section: after ? section + 1 : section, question: null }
    const { question, count } = target.dataset
    if (question !== undefined) return { section, question: Number(question) + (after ? 1 : 0) }
    return { section, question: after ? Number(count) : 0 }
  }
  return null
}

/** Sections and questions are dragged by their handles, with mouse, pen or finger; `drop` hears where from and to. */
export function provideDrag(drop: (from: Place, to: Place) => void): Drag {
  const from = shallowRef<Place | null>(null)
  const over = shallowRef<Place | null>(null)
  let end: (() => void) | null = null

  function start(event: PointerEvent, place: Place): void {
    if (event.button !== 0) return
    end?.()
    const handle = event.currentTarget as HTMLElement
    const page = handle.closest('main')
    let point = { x: event.clientX, y: event.clientY }
    let frame = 0
    const look = () => (over.value = placeAt(point.x, point.y, place.question === null))
    const scroll = () => {
      const pull = point.y < EDGE ? -PACE : point.y > window.innerHeight - EDGE ? PACE : 0
      if (pull !== 0) {
        page?.scrollBy(0, pull)
        look()
      }
      frame = requestAnimationFrame(scroll)
    }
    const move = (now: PointerEvent) => {
      point = { x: now.clientX, y: now.clientY }
      from.value ??= place
      look()
    }
    const stop = () => {
      cancelAnimationFrame(frame)
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', up)
      handle.removeEventListener('pointercancel', stop)
      document.removeEventListener('keydown', escape)
      from.value = over.value = end = null
    }
    const up = () => {
      const to = over.value
      stop()
      if (to) drop(place, to)
    }
    const escape = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') stop()
    }
    handle.setPointerCapture(event.pointerId)
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', up)
    handle.addEventListener('pointercancel', stop)
    document.addEventListener('keydown', escape)
    frame = requestAnimationFrame(scroll)
    end = stop
  }
  onScopeDispose(() => end?.())
  const drag = { from, over, start }
  provide(DRAG, drag)
  return drag
}

export function useDrag(): Drag {
  const found = inject(DRAG)
  if (!found) throw new Error('nothing is dragged here')
  return found
}
