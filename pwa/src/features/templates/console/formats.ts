import { useI18n } from 'vue-i18n'
import type { StoreFormat } from '@/api/console/types'

export const FORMATS: readonly StoreFormat[] = ['convenience', 'grocery', 'fresh', 'bakery', 'drinks', 'restaurant']

/** Kinds of store in words: "convenience stores, supermarkets", or all of them. */
export function useFormatsTold(): (formats: readonly StoreFormat[]) => string {
  const { t, locale } = useI18n()
  return (formats) =>
    formats.length === 0
      ? t('hq.templates.allFormats')
      : formats.map((format) => t(`hq.templates.format.${format}`)).join(locale.value === 'zh' ? '、' : ', ')
}
