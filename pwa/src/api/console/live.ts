import { inject, onScopeDispose, type InjectionKey } from 'vue'
import { debounced } from '../debounce'
import type { Live, Notice } from '../live'

export const LIVE: InjectionKey<Live> = Symbol('live')
/** Without a stream, what is shown is read again this often. */
const WITHOUT_MS = 60_000

export function useLive(): Live {
  const live = inject(LIVE)
  if (!live) throw new Error('no live updates provided')
  return live
}

/**
 * Read again when something of these kinds ("tasks.") changes, or only when this one `subject` does; bursts count once,
 * a hidden page waits until it is seen.
 */
export function onChange(prefixes: readonly string[], refetch: () => void, subject?: () => string): void {
  const live = useLive()
  let stale = false
  const burst = debounced(
    () => {
      stale = document.hidden
      if (!stale) refetch()
    },
    { quietMs: 500, longestMs: 2500 },
  )
  const seen = () => {
    if (!document.hidden && stale) burst.call()
  }
  const concerns = (notice: Notice) =>
    prefixes.some((prefix) => notice.kind.startsWith(prefix)) && (!subject || notice.subjectId === subject())
  const stop = live.listen((notice) => {
    if (notice === null || concerns(notice)) burst.call()
  })
  const timer = setInterval(() => {
    if (!live.connected.value) burst.call()
  }, WITHOUT_MS)
  document.addEventListener('visibilitychange', seen)
  onScopeDispose(() => {
    stop()
    clearInterval(timer)
    burst.cancel()
    document.removeEventListener('visibilitychange', seen)
  })
}
