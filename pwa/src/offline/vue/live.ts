import { onUnmounted, shallowRef, type ShallowRef } from 'vue'
import type { Engine } from '../engine'
import { useEngine } from './session'

/** A value read from the device's data, read anew after every change of data or queue; `null` until first read. */
export function useLive<T>(load: (engine: Engine) => Promise<T>): Readonly<ShallowRef<T | null>> {
  const engine = useEngine()
  const value = shallowRef<T | null>(null)
  let stopped = false
  let reading = false
  let again = false

  const wantedAgain = () => again && !stopped
  async function read(): Promise<void> {
    if (reading) {
      again = true
      return
    }
    reading = true
    do {
      again = false
      const fresh = await load(engine)
      if (!stopped) value.value = fresh
    } while (wantedAgain())
    reading = false
  }

  const unwatch = engine.watch(() => void read())
  onUnmounted(() => {
    stopped = true
    unwatch()
  })
  void read()
  return value
}
