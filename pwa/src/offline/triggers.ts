import type { Engine } from './engine'
import { backOff } from './verdict'

const FETCH_EVERY_MS = 60_000
const LIVE_SETTLE_MS = 800

/**
 * Send and fetch at the start, when the network or the app comes back, every minute in view, and when the server
 * tells of a change. (Background Sync does not exist on iOS, so nothing relies on it.)
 * @returns a function that stops all of it
 */
export function startTriggers(engine: Engine): () => void {
  let live: EventSource | null = null
  let settle: ReturnType<typeof setTimeout> | undefined
  let relisten: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  const listen = () => {
    if (live !== null || document.visibilityState !== 'visible' || !navigator.onLine) return
    clearTimeout(relisten)
    live = new EventSource('/api/live')
    live.onopen = () => {
      // The network is back without the browser having told so; what happened meanwhile was told to nobody.
      if (failures > 0) void engine.resume()
      failures = 0
    }
    live.addEventListener('change', () => {
      clearTimeout(settle)
      settle = setTimeout(() => void engine.sync(), LIVE_SETTLE_MS)
    })
    live.onerror = () => {
      deafen()
      relisten = setTimeout(listen, backOff(++failures, Math.random()))
    }
  }
  const deafen = () => {
    clearTimeout(relisten)
    live?.close()
    live = null
  }
  const back = () => {
    engine.changed()
    listen()
    void engine.resume()
  }
  const away = () => {
    deafen()
    engine.changed()
  }
  const seen = () => (document.visibilityState === 'visible' ? back() : deafen())
  const timer = setInterval(() => {
    if (document.visibilityState !== 'visible') return
    listen()
    void engine.flush()
    void engine.sync()
  }, FETCH_EVERY_MS)

  addEventListener('online', back)
  addEventListener('offline', away)
  document.addEventListener('visibilitychange', seen)
  back()
  return () => {
    clearInterval(timer)
    clearTimeout(settle)
    deafen()
    removeEventListener('online', back)
    removeEventListener('offline', away)
    document.removeEventListener('visibilitychange', seen)
  }
}
