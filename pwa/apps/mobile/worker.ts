import { ref } from 'vue'

/** A new version waits to take over; the person decides when. */
export const updateWaiting = ref<ServiceWorker | null>(null)

/** Register the service worker and follow its words: a tapped notification, a push that came in. */
export function registerWorker(navigate: (path: string) => void, pushed: () => void): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ kind?: string; path?: string }>) => {
    if (data.kind === 'navigate' && data.path) navigate(data.path)
    if (data.kind === 'pushed') pushed()
  })
  const online = () => navigator.serviceWorker.controller?.postMessage({ kind: 'online' })
  addEventListener('online', online)
  online()
  let hadOne = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first installation only takes over; after an update the page runs old code and is loaded anew.
    if (hadOne) location.reload()
    hadOne = true
  })
  void navigator.serviceWorker.register('/sw.js').then((registration) => {
    const offer = () => {
      if (registration.waiting && navigator.serviceWorker.controller) updateWaiting.value = registration.waiting
    }
    offer()
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer))
    setInterval(() => void registration.update().catch(() => undefined), 3_600_000)
  })
}

export const takeUpdate = (): void => updateWaiting.value?.postMessage({ kind: 'takeOver' })
