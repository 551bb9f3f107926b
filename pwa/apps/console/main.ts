import { createApp } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import { LIVE } from '@/api/console/live'
import { DESK, openDesk } from '@/api/console/session'
import { createLive } from '@/api/live'
import type { Locale } from '@/api/types'
import { LANGUAGE, languageOf, rememberedLocale } from '@/i18n/language'
import { firstLocale, setupI18n } from '@/i18n/setup'
import './element'
import '@/ui/tokens.css'
import '@/ui/console/base.css'
import '@/ui/console/score.css'
import App from './App.vue'
import { files } from './messages'
import { guard, routes } from './routes'

const i18n = await setupI18n(files, firstLocale(rememberedLocale(), navigator.languages))
const language = languageOf(i18n, files)
const router = createRouter({ history: createWebHistory('/console/'), routes })
const desk = await openDesk(
  () => i18n.global.locale.value as Locale,
  () => void router.push({ name: 'login', query: { next: router.currentRoute.value.fullPath } }),
)
if (desk.profile.value) await language.use(desk.profile.value.account.locale as Locale)
router.beforeEach(guard(desk))

createApp(App)
  .use(i18n)
  .use(router)
  .provide(LANGUAGE, language)
  .provide(DESK, desk)
  .provide(LIVE, createLive())
  .mount('#app')
