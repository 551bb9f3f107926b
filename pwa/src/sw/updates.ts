/**
 * A new version waits until the person takes it over; the first installation serves the open page at once. The queue
 * lies in IndexedDB and is not touched by either.
 */
export function updates(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('message', ({ data }) => {
    if ((data as { kind?: string } | null)?.kind === 'takeOver') void worker.skipWaiting()
  })
  worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
}
