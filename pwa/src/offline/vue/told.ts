import { onUnmounted } from 'vue'
import { debounced } from '@/api/debounce'
import type { Notice } from '@/api/live'
import { useEngine } from './session'

/** Read again when the server tells of a change that concerns it, or may have failed to; bursts count once. */
export function useTold(concerns: (notice: Notice) => boolean, again: () => void): void {
  const burst = debounced(again, { quietMs: 500, longestMs: 3_000 })
  const stop = useEngine().live.listen((notice) => {
    if (notice === null || concerns(notice)) burst.call()
  })
  onUnmounted(() => {
    stop()
    burst.cancel()
  })
}
