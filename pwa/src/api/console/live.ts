import { inject, onScopeDispose, readonly, ref, type InjectionKey, type Ref } from 'vue'
import { debounced } from './debounce'

interface Notice {
  kind: string
  subjectId: string | null
  storeId: string | null
}

/** One stream of hints for the whole page; who listens reads again what it shows. */
export interface Live {
  readonly connected: Readonly<Ref<boolean>>
  open(): void
  close(): void
  /** Be told of notices; null means "some may have been missed". Returns how to stop. */
  listen(hear: (notice: Notice | null) => void): () => void
}

export const LIVE: InjectionKey<Live> = Symbol('live')
const RETRY_MS = 5000

export function createLive(make: () => EventSource = () => new EventSource('/api/live')): Live {
  const connected = ref(false)
  const ears = new Set<(notice: Notice | null) => void>()
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let missed = false

  const tell = (notice: Notice | null) => {
    for (const hear of ears) hear(notice)
  }
  function open(): void {
    close()
    const made = make()
    source = made
    made.addEventListener('ready', () => {
      connected.value = true
      if (missed) tell(null)
      missed = false
    })
    made.addEventListener('change', (event) => {
      tell(JSON.parse((event as MessageEvent<string>).data) as Notice)
    })
    made.addEventListener('error', () => {
      connected.value = false
      missed = true
      // The browser tries again by itself unless the answer was no stream at all.
      if (made.readyState === EventSource.CLOSED) timer = setTimeout(open, RETRY_MS)
    })
  }
  function close(): void {
    clearTimeout(timer)
    source?.close()
    source = null
    connected.value = false
  }
  return {
    connected: readonly(connected),
    open,
    close,
    listen(hear) {
      ears.add(hear)
      return () => void ears.delete(hear)
    },
  }
}

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
  const stop = useLive().listen((notice) => {
    if (notice === null || concerns(notice)) burst.call()
  })
  document.addEventListener('visibilitychange', seen)
  onScopeDispose(() => {
    stop()
    burst.cancel()
    document.removeEventListener('visibilitychange', seen)
  })
}
