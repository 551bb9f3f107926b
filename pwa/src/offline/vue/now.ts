import { onUnmounted, ref, type Ref } from 'vue'
import { useSession } from './session'

const TICK_MS = 10_000

/** The server's time as far as this phone has measured it (ms), a few times a minute. */
export function useServerNow(): Readonly<Ref<number>> {
  const { device } = useSession()
  const offset = ref(0)
  const now = ref(Date.now())
  const tick = () => void (now.value = Date.now() + offset.value)
  const timer = setInterval(tick, TICK_MS)
  onUnmounted(() => clearInterval(timer))
  void device.clockOffset().then((measured) => {
    offset.value = measured ?? 0
    tick()
  })
  return now
}
