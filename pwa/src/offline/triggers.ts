import { debounced } from '@/api/debounce'
import type { Engine } from './engine'

const FETCH_EVERY_MS = 60_000
/** Changes come in bursts: fetch when they fall quiet, and meanwhile every few seconds. */
const BURST = { quietMs: 800, longestMs: 5_000 }
/**
 * Somebody is answering and photographing, here or on another phone: a visit comes whole, so it is not fetched for every
 * answer. A photo that is shown looks for itself.
 */
const ANSWERING = { quietMs: 3_000, longestMs: 30_000 }
const BY_THE_HUNDRED = /^(inspections\.answered$|photos\.)/

/**
 * Send and fetch at the start, when the network or the app comes back, every minute in view, and when the server
 * tells of a change. (Background Sync does not exist on iOS, so nothing relies on it.)
 * @returns a function that stops all of it
 */
export function startTriggers(engine: Engine): () => void {
  const { live } = engine
  const burst = debounced(() => void engine.sync(), BURST)
  const answering = debounced(() => void engine.sync(), ANSWERING)
  const stopHearing = live.listen((notice) => {
    // The network is back without the browser having told so; what happened meanwhile was told to nobody.
    if (notice === null) void engine.resume()
    else (BY_THE_HUNDRED.test(notice.kind) ? answering : burst).call()
  })
  const listen = () => {
    if (document.visibilityState === 'visible' && navigator.onLine) live.open()
  }
  const back = () => {
    engine.changed()
    listen()
    void engine.resume()
  }
  const away = () => {
    live.close()
    engine.changed()
  }
  const seen = () => (document.visibilityState === 'visible' ? back() : live.close())
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
    burst.cancel()
    answering.cancel()
    stopHearing()
    live.close()
    removeEventListener('online', back)
    removeEventListener('offline', away)
    document.removeEventListener('visibilitychange', seen)
  }
}
