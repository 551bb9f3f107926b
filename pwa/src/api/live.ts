import { readonly, ref, type Ref } from 'vue'
import { backOff } from './backOff'

/** That something changed, not what it is now. */
export interface Notice {
  kind: string
  subjectId: string | null
  storeId: string | null
}

/** One stream of hints for the whole page; who listens reads again what it shows. */
export interface Live {
  readonly connected: Readonly<Ref<boolean>>
  /** Connect, and again whenever the stream ends; nothing happens where that is under way. */
  open(): void
  close(): void
  /** Be told of notices; null means "some may have been missed". Returns how to stop. */
  listen(hear: (notice: Notice | null) => void): () => void
}

export function createLive(make: () => EventSource = () => new EventSource('/api/live')): Live {
  const connected = ref(false)
  const ears = new Set<(notice: Notice | null) => void>()
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  const tell = (notice: Notice | null) => {
    for (const hear of [...ears]) hear(notice)
  }
  function hangUp(): void {
    clearTimeout(timer)
    source?.close()
    source = null
    connected.value = false
  }
  function open(): void {
    if (source) return
    clearTimeout(timer)
    source = make()
    source.addEventListener('ready', () => {
      connected.value = true
      if (failures > 0) tell(null)
      failures = 0
    })
    source.addEventListener('change', (event) => tell(JSON.parse((event as MessageEvent<string>).data) as Notice))
    source.addEventListener('missed', () => tell(null))
    source.addEventListener('error', () => {
      hangUp()
      timer = setTimeout(open, backOff(++failures, Math.random()))
    })
  }
  return {
    connected: readonly(connected),
    open,
    close() {
      hangUp()
      failures = 0
    },
    listen(hear) {
      ears.add(hear)
      return () => void ears.delete(hear)
    },
  }
}
