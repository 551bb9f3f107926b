import { onUnmounted, ref, watch, type Ref } from 'vue'
import { useSession } from './session'

const TICK_MS = 10_000

/** The server's time as far as this phone has measured it (ms), a few times a minute. */
export function useServerNow(): Readonly<Ref<number>> {
  const { offset } = useSession().device
  const now = ref(Date.now() + offset.value)
  const tick = () => void (now.value = Date.now() + offset.value)
  const timer = setInterval(tick, TICK_MS)
  onUnmounted(() => clearInterval(timer))
  watch(offset, tick)
  return now
}
