import { acknowledge } from './acknowledge'

/** What the server sends; anything missing is made up, since a push without a notification loses the subscription. */
interface Message {
  title?: string
  body?: string
  link?: string
  tag?: string
  /** How many inbox entries are unread. */
  badge?: number
  /** The inbox entry that a tap marks as read. */
  notice?: string
  /** Said back to the server when the message is shown. */
  word?: string
}

function read(data: PushMessageData | null): Message {
  try {
    return (data?.json() ?? {}) as Message
  } catch {
    return { body: data?.text() ?? '' }
  }
}

async function show(worker: ServiceWorkerGlobalScope, message: Message): Promise<void> {
  const { title, body, link, tag, badge, notice, word } = message
  await worker.registration.showNotification(title || '走店 Storewalk', {
    body: body ?? '',
    tag: tag || link || 'storewalk',
    data: { link: link || '/inbox', notice },
    icon: '/icons/icon-192.png',
    badge: '/icons/badge-96.png',
  })
  if ('setAppBadge' in worker.navigator) await worker.navigator.setAppBadge(badge).catch(() => undefined)
  const windows = await worker.clients.matchAll({ type: 'window' })
  for (const window of windows) window.postMessage({ kind: 'pushed' })
  if (word) await acknowledge(word)
}

/** Every push becomes a notification and a badge on the app. */
export function pushes(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('push', (event) => event.waitUntil(show(worker, read(event.data))))
}
