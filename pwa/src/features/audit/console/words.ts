import { useI18n } from 'vue-i18n'
import en from '@/i18n/audit/en.json'
import zh from '@/i18n/audit/zh.json'

/**
 * The words for tables, columns and codes, which only this page needs: they come with it, in both languages, so that
 * a switch of language has nothing to wait for.
 */
export function useAuditWords(): void {
  const { mergeLocaleMessage } = useI18n()
  mergeLocaleMessage('zh', zh)
  mergeLocaleMessage('en', en)
}
