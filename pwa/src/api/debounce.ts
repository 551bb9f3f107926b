interface Timing {
  /** Wait this long after the last call. */
  quietMs: number
  /** But never longer than this after the first. */
  longestMs: number
}

export interface Debounced {
  call(): void
  cancel(): void
}

/** Run once for a burst of calls: after they fall quiet, and at the latest some time after they began. */
export function debounced(run: () => void, { quietMs, longestMs }: Timing): Debounced {
  let timer: ReturnType<typeof setTimeout> | null = null
  let began = 0
  const cancel = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  return {
    cancel,
    call() {
      if (timer === null) began = Date.now()
      else clearTimeout(timer)
      const left = Math.max(0, Math.min(quietMs, began + longestMs - Date.now()))
      timer = setTimeout(() => {
        timer = null
        run()
      }, left)
    },
  }
}
