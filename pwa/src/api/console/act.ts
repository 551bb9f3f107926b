import { readonly, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { NoAnswer } from '../problem'

export interface Act {
  readonly busy: Readonly<Ref<boolean>>
  readonly error: Readonly<ShallowRef<unknown>>
  /** Do it once: a second click meanwhile does nothing. Returns whether it was done. */
  run(send: (key: string) => Promise<void>): Promise<boolean>
  clear(): void
}

/**
 * One button's command. Its idempotency key lasts until the server answers: after a broken connection nobody knows
 * whether the command arrived, and the same key makes another try harmless. `same` tells what is sent, since the same
 * key must not go with another body.
 */
export function useAct(same: () => unknown = () => null): Act {
  const busy = ref(false)
  const error = shallowRef<unknown>(null)
  let kept: { key: string; sent: string } | null = null

  return {
    busy: readonly(busy),
    error,
    clear: () => (error.value = null),
    async run(send) {
      if (busy.value) return false
      busy.value = true
      error.value = null
      const sent = JSON.stringify(same())
      if (kept?.sent !== sent) kept = { key: crypto.randomUUID(), sent }
      try {
        await send(kept.key)
        kept = null
        return true
      } catch (caught) {
        if (!(caught instanceof NoAnswer)) kept = null
        error.value = caught
        return false
      } finally {
        busy.value = false
      }
    },
  }
}
