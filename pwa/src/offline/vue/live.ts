import { onUnmounted, shallowRef, type ShallowRef } from 'vue'
import { oneAtATime } from '@/api/oneAtATime'
import type { Engine } from '../engine'
import { useEngine } from './session'

/** A value read from the device's data, read anew after every change of data or queue; `null` until first read. */
export function useLive<T>(load: (engine: Engine) => Promise<T>): Readonly<ShallowRef<T | null>> {
  const engine = useEngine()
  const value = shallowRef<T | null>(null)
  let stopped = false

  const read = oneAtATime(async () => {
    if (!stopped) value.value = await load(engine)
  })
  const unwatch = engine.watch(() => void read())
  onUnmounted(() => {
    stopped = true
    unwatch()
  })
  void read()
  return value
}
