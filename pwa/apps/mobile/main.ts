import { createApp } from 'vue'
import { firstLocale, setupI18n } from '@/i18n/setup'
import '@/ui/tokens.css'
import App from './App.vue'
import { files } from './messages'

const i18n = await setupI18n(files, firstLocale(localStorage.getItem('storewalk.locale'), navigator.languages))
createApp(App).use(i18n).mount('#app')
