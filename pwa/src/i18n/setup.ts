import { createI18n, type I18n } from 'vue-i18n'
import type { Locale } from '@/api/types'

interface MessageTree {
  [key: string]: string | MessageTree
}
export type MessageFiles = Record<Locale, () => Promise<{ default: unknown }[]>>
type Tables = Record<string, MessageTree>
export type Translator = I18n<Tables, Tables, Tables, string, false>

const loaded = new WeakMap<Translator, Set<Locale>>()

/** The language to begin with: the remembered one, else the browser's, else Chinese. */
export function firstLocale(remembered: string | null, browser: readonly string[]): Locale {
  if (remembered === 'zh' || remembered === 'en') return remembered
  return browser[0] !== undefined && !browser[0].toLowerCase().startsWith('zh') ? 'en' : 'zh'
}

/** Switch language, loading its messages the first time. */
export async function setLocale(i18n: Translator, files: MessageFiles, locale: Locale): Promise<void> {
  const done = loaded.get(i18n) ?? new Set()
  if (!done.has(locale)) {
    for (const file of await files[locale]()) i18n.global.mergeLocaleMessage(locale, file.default as MessageTree)
    loaded.set(i18n, done.add(locale))
  }
  i18n.global.locale.value = locale
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
}

/** Make the translator with the messages of one language; the other is loaded when asked for. */
export async function setupI18n(files: MessageFiles, locale: Locale): Promise<Translator> {
  const i18n = createI18n({ legacy: false, locale, messages: {}, missingWarn: true, fallbackWarn: false })
  await setLocale(i18n, files, locale)
  return i18n
}
