import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

/** Not screens of this app: the API, the console and everything with a file's ending. */
const ELSEWHERE = [/^\/api\//, /^\/schema/, /^\/console(\/|$)/, /\.\w+$/]

/** Keep the whole app on the device, so that it opens without network on any of its addresses. */
export function precache(files: { url: string; revision: string | null }[]): void {
  precacheAndRoute(files)
  cleanupOutdatedCaches()
  registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: ELSEWHERE }))
}
