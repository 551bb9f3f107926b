import { computed, shallowRef, type ComputedRef } from 'vue'

interface Place {
  x: number
  y: number
}

interface View {
  scale: number
  x: number
  y: number
}

const MOST = 10

/** How a photo lies under its frame: enlarged 1 to 10 times and moved by frame pixels, never out of sight. */
export function useView(frame: () => HTMLElement | null): {
  scale: ComputedRef<number>
  transform: ComputedRef<string>
  pan(byX: number, byY: number): void
  /** Enlarge by a factor around a place on the screen. */
  zoom(factor: number, around: Place): void
  reset(): void
} {
  const view = shallowRef<View>({ scale: 1, x: 0, y: 0 })
  function set(scale: number, x: number, y: number): void {
    const size = frame()?.getBoundingClientRect()
    const kept = (value: number, side: number) => Math.min(0, Math.max(side - side * scale, value))
    view.value = { scale, x: kept(x, size?.width ?? 0), y: kept(y, size?.height ?? 0) }
  }
  return {
    scale: computed(() => view.value.scale),
    transform: computed(() => `translate(${view.value.x}px, ${view.value.y}px) scale(${view.value.scale})`),
    pan: (byX, byY) => set(view.value.scale, view.value.x + byX, view.value.y + byY),
    zoom(factor, around) {
      const before = view.value
      const scale = Math.min(MOST, Math.max(1, before.scale * factor))
      const corner = frame()?.getBoundingClientRect()
      const x = around.x - (corner?.left ?? 0)
      const y = around.y - (corner?.top ?? 0)
      const grown = scale / before.scale
      set(scale, x - (x - before.x) * grown, y - (y - before.y) * grown)
    },
    reset: () => set(1, 0, 0),
  }
}
