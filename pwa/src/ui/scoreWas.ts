import { useI18n } from 'vue-i18n'
import type { Visit } from '@/api/types'
import { useFormats } from '@/i18n/format'

type Detail = Visit['scoreDetail']

/** What a visit and its sections scored before a finding fell, in words; empty where nothing changed. */
export function useScoreWas(): { total: (detail: Detail) => string; section: (detail: Detail, id: string) => string } {
  const { t } = useI18n()
  const f = useFormats()
  const points = (score: number | null) => (score === null ? t('rescored.none') : f.value.number(score))
  return {
    total: (detail) => (detail?.rescored ? t('rescored.total', { score: points(detail.firstScore) }) : ''),
    section(detail, id) {
      const its = detail?.rescored ? detail.sections.find((section) => section.id === id) : undefined
      if (!its || its.firstScore === its.score) return ''
      return t('rescored.section', { before: points(its.firstScore), after: points(its.score) })
    },
  }
}
