import { useI18n } from 'vue-i18n'
import { useFormats } from '@/i18n/format'

const KM = 1000

/** How each way of coming to a store looks. */
export const CHECK_IN_LOOKS = {
  position: { tone: 'good', icon: 'check' },
  storeCode: { tone: 'info', icon: 'scan' },
  neither: { tone: 'attention', icon: 'alert' },
} as const

/** Says how far from the store somebody was, in metres or kilometres. */
export function useAway(): (metres: number | null) => string | null {
  const { t } = useI18n()
  const formats = useFormats()
  return (metres) => {
    if (metres === null) return null
    return metres < KM
      ? t('hq.checkIn.metres', { metres })
      : t('hq.checkIn.kilometres', { km: formats.value.number(metres / KM) })
  }
}
