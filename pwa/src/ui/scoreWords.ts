import { useI18n } from 'vue-i18n'
import type { StoreScores } from '@/api/types'
import { useFormats } from '@/i18n/format'

/** A place among those that have one; a store without a score has none. */
export function usePlaceWords(): (rank: StoreScores['store']['inChain']) => string {
  const { t } = useI18n()
  return ({ place, of }) => (place === null ? t('storeScores.noPlace') : t('storeScores.place', { place, of }))
}

/** Faults that came back, with their share of all; of none there is no share. */
export function useRepeatWords(): (repeats: number, fails: number) => string {
  const formats = useFormats()
  return (repeats, fails) => (fails === 0 ? '–' : `${repeats} · ${formats.value.percent(repeats / fails)}`)
}
