import { computed, onUnmounted, ref, shallowRef, type ComputedRef, type Ref } from 'vue'

/** A shot of the row as it is shown: its photo's id and the address of a small copy. */
interface BurstShot {
  id: string
  url: string
}

/** Overlapping shots of one long shelf, taken in a row; only small copies are held here. */
export interface Burst {
  on: Ref<boolean>
  shots: Readonly<Ref<readonly BurstShot[]>>
  /** The small copy of the shot before, whose edge guides the next one. */
  last: ComputedRef<string | null>
  /** The shot that is being looked at. */
  looking: ComputedRef<BurstShot | null>
  look(id: string | null): void
  add(id: string, small: Blob): void
  remove(id: string): void
}

export function useBurst(): Burst {
  const on = ref(false)
  const shots = shallowRef<BurstShot[]>([])
  const lookedAt = ref<string | null>(null)
  onUnmounted(() => shots.value.forEach(({ url }) => URL.revokeObjectURL(url)))
  return {
    on,
    shots,
    last: computed(() => shots.value.at(-1)?.url ?? null),
    looking: computed(() => shots.value.find(({ id }) => id === lookedAt.value) ?? null),
    look: (id) => (lookedAt.value = id),
    add: (id, small) => (shots.value = [...shots.value, { id, url: URL.createObjectURL(small) }]),
    remove(id) {
      shots.value.filter((shot) => shot.id === id).forEach(({ url }) => URL.revokeObjectURL(url))
      shots.value = shots.value.filter((shot) => shot.id !== id)
      lookedAt.value = null
    },
  }
}
