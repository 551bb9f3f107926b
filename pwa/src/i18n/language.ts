import { inject, type InjectionKey } from 'vue'
import type { Locale } from '@/api/types'
import { setLocale, type MessageFiles, type Translator } from './setup'

/** Where a device keeps the language that was chosen before anybody logged in. */
const KEY = 'storewalk.locale'

export interface Language {
  use(locale: Locale): Promise<void>
}
export const LANGUAGE: InjectionKey<Language> = Symbol('language')

export const rememberedLocale = (): string | null => localStorage.getItem(KEY)

export function languageOf(i18n: Translator, files: MessageFiles): Language {
  return {
    async use(locale) {
      localStorage.setItem(KEY, locale)
      await setLocale(i18n, files, locale)
    },
  }
}

export function useLanguage(): Language {
  const language = inject(LANGUAGE)
  if (!language) throw new Error('no language provided')
  return language
}
