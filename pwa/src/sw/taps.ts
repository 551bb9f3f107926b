async function open(worker: ServiceWorkerGlobalScope, link: string): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const own = windows.find(({ url }) => !new URL(url).pathname.startsWith('/console'))
  if (!own) {
    await worker.clients.openWindow(link)
    return
  }
  // Without a real tap (as in tests) focus is refused; going there matters more.
  await own.focus().catch(() => undefined)
  own.postMessage({ kind: 'navigate', path: link })
}

/** A tapped notification opens what it is about, in the open app if there is one. */
export function taps(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('notificationclick', (event) => {
    event.notification.close()
    const { link, notice } = (event.notification.data ?? {}) as { link?: string; notice?: string }
    const target = new URL(link ?? '/inbox', worker.location.origin)
    if (notice) target.searchParams.set('notice', notice)
    event.waitUntil(open(worker, target.origin === worker.location.origin ? target.pathname + target.search : '/inbox'))
  })
}
