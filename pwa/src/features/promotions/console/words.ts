import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { PromotionItem } from '@/api/console/types'
import type { Locale } from '@/api/types'
import { useFormats } from '@/i18n/format'
import { shareOf } from './promotions'

interface PromotionWords {
  /** 11月30日周一 – 12月6日周日 */
  days(promotion: Pick<PromotionItem, 'firstDay' | 'lastDay'>): string
  /** 8 折, 20% off; the usual price where it stays. */
  price(discount: number | null): string
  /** The first places by name, the others by their number. */
  places(promotion: Pick<PromotionItem, 'everywhere' | 'places'>): string
  /** × 1.5 */
  times(factor: number | null): string
}

const NAMED = 3
const NOTHING = '–'

/** How people say what a promotion is. */
export function usePromotionWords(): ComputedRef<PromotionWords> {
  const { t, locale } = useI18n()
  const formats = useFormats()
  return computed(() => ({
    days: ({ firstDay, lastDay }) =>
      firstDay === lastDay
        ? formats.value.day(firstDay)
        : `${formats.value.day(firstDay)} – ${formats.value.day(lastDay)}`,
    price: (discount) =>
      discount === null
        ? t('hq.promotions.usual')
        : t('hq.promotions.off', { share: shareOf(discount, locale.value as Locale) }),
    places: ({ everywhere, places }) => {
      if (everywhere) return t('hq.promotions.everywhere')
      const named = places.slice(0, NAMED).map(({ name }) => name)
      const more = places.length - named.length
      const all = named.join(t('hq.promotions.comma'))
      return more > 0 ? t('hq.promotions.morePlaces', { places: all, count: more }) : all
    },
    times: (factor) => (factor === null ? NOTHING : `× ${formats.value.number(factor, 2)}`),
  }))
}
