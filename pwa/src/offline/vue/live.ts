import { onUnmounted, shallowRef, type ShallowRef } from 'vue'
import { oneAtATime } from '@/api/oneAtATime'
import type { Engine } from '../engine'
import { useEngine } from './session'

const anyData = (topic: string) => !topic.startsWith('share:')

/**
 * A value read from the device's data, read anew after every change of data or queue; `null` until first read.
 * @param concerns which changes it is about, other than those that may be about anything; by default all of data
 */
export function useLive<T>(
  load: (engine: Engine) => Promise<T>,
  concerns: (topic: string) => boolean = anyData,
): Readonly<ShallowRef<T | null>> {
  const engine = useEngine()
  const value = shallowRef<T | null>(null)
  let stopped = false

  const read = oneAtATime(async () => {
    if (!stopped) value.value = await load(engine)
  })
  const unwatch = engine.watch((topic) => {
    if (topic === null || concerns(topic)) void read()
  })
  onUnmounted(() => {
    stopped = true
    unwatch()
  })
  void read()
  return value
}
