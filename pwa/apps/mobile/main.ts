import { createApp } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import { markRead } from '@/features/inbox/read'
import { AHEAD } from '@/i18n/format'
import { LANGUAGE, languageOf, rememberedLocale } from '@/i18n/language'
import { firstLocale, setupI18n } from '@/i18n/setup'
import { browserPlatform } from '@/offline/platform'
import { openSession } from '@/offline/session'
import { SESSION } from '@/offline/vue/session'
import '@/ui/tokens.css'
import '@/ui/mobile/base.css'
import '@/ui/mobile/card.css'
import App from './App.vue'
import { files } from './messages'
import { routes } from './routes'
import { registerWorker } from './worker'

const session = await openSession(browserPlatform())
if (new URLSearchParams(location.search).get('via') === 'wecom') await session.adopt()
const remembered = session.profile.value?.account.locale ?? rememberedLocale()
const i18n = await setupI18n(files, firstLocale(remembered, navigator.languages))
const router = createRouter({
  history: createWebHistory(),
  routes,
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is still experimental
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})
router.beforeEach((to) => {
  // Whoever comes by a message has read it; the address is then the plain one, to be kept or sent on.
  const { notice, via, ...query } = to.query
  if (via !== undefined)
    return { path: to.path, query: { ...query, ...(notice && { notice }) }, hash: to.hash, replace: true }
  if (typeof notice === 'string' && session.engine.value) {
    void markRead(session.engine.value, notice)
    return { path: to.path, query, hash: to.hash, replace: true }
  }
  if (to.meta['open'] || session.engine.value) return true
  return { name: 'login', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
})

createApp(App)
  .use(i18n)
  .use(router)
  .provide(SESSION, session)
  .provide(AHEAD, session.device.offset)
  .provide(LANGUAGE, languageOf(i18n, files))
  .mount('#app')
// Ask that the queue and its photos are not cleared when the phone runs low; absent without HTTPS.
if ('storage' in navigator) void navigator.storage.persist()
registerWorker(
  (path) => void router.push(path),
  () => void session.engine.value?.sync(),
)
