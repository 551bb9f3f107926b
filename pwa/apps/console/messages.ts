import type { MessageFiles } from '@/i18n/setup'

export const files: MessageFiles = {
  zh: () => Promise.all([import('@/i18n/shared/zh.json'), import('@/i18n/console/zh.json')]),
  en: () => Promise.all([import('@/i18n/shared/en.json'), import('@/i18n/console/en.json')]),
}
