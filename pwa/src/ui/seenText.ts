import { useI18n } from 'vue-i18n'
import type { Words } from '@/api/types'
import { useFormats } from '@/i18n/format'

/** How much there was of a product that a finding names, and what its package says of its lot. */
export interface Seen {
  unitName: Words | null
  quantity: string | number | null
  lotCode: string | null
  expiresOn: string | null
}

/** What was seen of a product, in words; empty where nothing was said. */
export function useSeenText(): (seen: Seen) => string {
  const { t } = useI18n()
  const f = useFormats()
  return ({ unitName, quantity, lotCode, expiresOn }) =>
    [
      quantity === null ? [] : `${f.value.number(Number(quantity), 3)} ${f.value.words(unitName)}`.trim(),
      lotCode ? t('seen.lot', { code: lotCode }) : [],
      expiresOn ? t('seen.expires', { day: expiresOn }) : [],
    ]
      .flat()
      .join(' · ')
}
