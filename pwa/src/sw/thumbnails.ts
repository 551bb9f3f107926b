const CACHE = 'thumbnails'
const MOST = 300
const RENDITION = /\/small\.webp$/

/** A signed link without its signature, which changes every few minutes: the picture behind it never does. */
const nameOf = (url: URL): string => url.origin + url.pathname

async function trim(cache: Cache): Promise<void> {
  const keys = await cache.keys()
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((key) => cache.delete(key)))
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const name = nameOf(new URL(request.url))
  const kept = await cache.match(name)
  if (kept) return kept
  const fresh = await fetch(request)
  if (fresh.ok) {
    await cache.put(name, fresh.clone())
    await trim(cache)
  }
  return fresh
}

/**
 * Keep small renditions of photos, at most 300, so that yesterday's photo shows without network. The app empties the
 * cache at log-out. Nothing of the API is cached here: its data lives in IndexedDB.
 */
export function thumbnails(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('fetch', (event) => {
    const url = new URL(event.request.url)
    const ours = url.origin === worker.location.origin && RENDITION.test(url.pathname)
    if (event.request.method === 'GET' && ours) event.respondWith(answer(event.request))
  })
}
