import { useI18n } from 'vue-i18n'
import type { StoreHealth } from '@/api/types'
import { useFormats } from '@/i18n/format'

export type HealthDimension = StoreHealth['dimensions'][number]

export interface HealthWords {
  name: string
  /** The points, or that there is no data, which is not zero. */
  points: string
  /** How the points come about, with the numbers of this store. */
  formula: string
  /** What it weighs, and how old the newest fact is. */
  data: string
}

/** The words of a dimension of a store's health, the same on phone and console. */
export function useHealthWords(): (dimension: HealthDimension) => HealthWords {
  const { t } = useI18n()
  const formats = useFormats()
  return (each) => {
    const { money, number, relative } = formats.value
    const told = each.dimension === 'freshness' ? money : (value: number) => number(value, 0)
    const numbers = { days: each.days, count: number(each.count, 0), part: told(each.part), whole: told(each.whole) }
    const weight = each.weight === 0 ? t('health.leftOut') : t('health.weight', { weight: each.weight })
    return {
      name: t(`health.dimension.${each.dimension}`),
      points: each.points === null ? t('health.noData') : t('health.points', { points: number(each.points) }),
      formula:
        each.points === null
          ? t(`health.without.${each.dimension}`, { days: each.days })
          : t(`health.formula.${each.dimension}`, numbers),
      data: each.latestAt === null ? weight : `${weight} · ${t('health.latest', { at: relative(each.latestAt) })}`,
    }
  }
}
