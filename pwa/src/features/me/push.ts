export type PushState = 'on' | 'off' | 'denied' | 'unsupported' | 'installFirst' | 'embedded'

const isIos = (agent: string): boolean => /iPhone|iPad/.test(agent)

/** What this browser can do about pushes, found by its features; inside WeCom or DingTalk there is no service worker. */
export async function pushState(): Promise<PushState> {
  if (/MicroMessenger|wxwork|DingTalk/i.test(navigator.userAgent)) return 'embedded'
  const installed = matchMedia('(display-mode: standalone)').matches
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) {
    return isIos(navigator.userAgent) && !installed ? 'installFirst' : 'unsupported'
  }
  if (Notification.permission === 'denied') return 'denied'
  const registration = await navigator.serviceWorker.getRegistration()
  return (await registration?.pushManager.getSubscription()) ? 'on' : 'off'
}

function keyBytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

/** Ask for permission and subscribe with the server's key; null when the person declines. */
export async function subscribe(publicKey: string): Promise<PushSubscription | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null
  const registration = await navigator.serviceWorker.ready
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: keyBytes(publicKey) })
}

export async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration()
  await (await registration?.pushManager.getSubscription())?.unsubscribe()
}
