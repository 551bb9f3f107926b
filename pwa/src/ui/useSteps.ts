import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'

export interface Steps<T extends { key: number }> {
  items: ShallowRef<readonly T[]>
  selected: ComputedRef<T | null>
  /** Something was changed since the load, and can be undone. */
  undoable: ComputedRef<boolean>
  select(key: number | null): void
  /** One step of a person: what there is from now on. */
  change(after: readonly T[]): void
  /** Take the selected one away. */
  remove(): void
  undo(): void
  /** Begin anew from these; what was changed is forgotten. */
  load(from: readonly T[]): void
}

/** Things under a person's hands, one of them selected, with every step they made; `key` names one on this screen. */
export function useSteps<T extends { key: number }>(): Steps<T> {
  const items = shallowRef<readonly T[]>([])
  const past = shallowRef<(readonly T[])[]>([])
  const key = shallowRef<number | null>(null)
  const selected = computed(() => items.value.find((item) => item.key === key.value) ?? null)
  function change(after: readonly T[]): void {
    past.value = [...past.value, items.value]
    items.value = after
  }
  return {
    items,
    selected,
    undoable: computed(() => past.value.length > 0),
    select: (which) => (key.value = which),
    change,
    remove() {
      if (!selected.value) return
      change(items.value.filter((item) => item.key !== key.value))
      key.value = null
    },
    undo() {
      const before = past.value.at(-1)
      if (!before) return
      past.value = past.value.slice(0, -1)
      items.value = before
    },
    load(from) {
      items.value = from
      past.value = []
      key.value = null
    },
  }
}
