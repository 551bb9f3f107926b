export type PushState = 'on' | 'off' | 'denied' | 'unsupported' | 'installFirst' | 'embedded'

/** What a browser has of what pushes need, as far as it matters which browser it is. */
export interface Surroundings {
  serviceWorker: boolean
  pushManager: boolean
  installed: boolean
  agent: string
}

const IOS = /iPhone|iPad/
const WEB_VIEW = /MicroMessenger|wxwork|DingTalk/i

/**
 * What stands in the way of pushes here, or null. Features decide: a web view of WeCom or DingTalk that has them is as
 * good as any browser. An iPhone has them only for an app on the Home Screen.
 */
export function obstacle(here: Surroundings): 'embedded' | 'installFirst' | 'unsupported' | null {
  if (here.serviceWorker && here.pushManager) return null
  if (WEB_VIEW.test(here.agent)) return 'embedded'
  return IOS.test(here.agent) && !here.installed ? 'installFirst' : 'unsupported'
}

export async function pushState(): Promise<PushState> {
  const found = obstacle({
    serviceWorker: 'serviceWorker' in navigator,
    pushManager: 'PushManager' in window,
    installed: matchMedia('(display-mode: standalone)').matches,
    agent: navigator.userAgent,
  })
  if (found) return found
  if (Notification.permission === 'denied') return 'denied'
  const registration = await navigator.serviceWorker.getRegistration()
  return (await registration?.pushManager.getSubscription()) ? 'on' : 'off'
}

function keyBytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

/** Ask for permission and subscribe with the server's key; null when the person declines. Only after a tap. */
export async function subscribe(publicKey: string): Promise<PushSubscription | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null
  const registration = await navigator.serviceWorker.ready
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: keyBytes(publicKey) })
}

export async function unsubscribe(): Promise<void> {
  // Inside a web view there may be no service worker to ask.
  if (!('serviceWorker' in navigator)) return
  const registration = await navigator.serviceWorker.getRegistration()
  await (await registration?.pushManager.getSubscription())?.unsubscribe()
}
