import { useI18n } from 'vue-i18n'
import type { Schedule } from '@/api/console/types'

/** What a schedule says about when, in words: "every 2 weeks on Mon, Thu · 09:00–11:00". */
export function useRhythmTold(): (schedule: Schedule) => string {
  const { t, locale } = useI18n()
  const listed = (words: string[]) => words.join(locale.value === 'zh' ? '、' : ', ')
  const weekdays = (days: readonly number[]) => listed(days.map((day) => t(`hq.weekday.${day}`)))
  const when = ({ rhythm, every, weekdays: days, monthDays, bands }: Schedule) => {
    if (rhythm === 'risk')
      return listed(
        bands.map(({ below, days: wait }) =>
          below === null
            ? t('hq.plans.bandRest', { days: wait })
            : t('hq.plans.bandBelow', { score: below, days: wait }),
        ),
      )
    const on =
      rhythm === 'months'
        ? listed([
            ...monthDays.map((day) => t('hq.plans.monthDay', { day })),
            ...days.map((day) => t(`hq.weekday.${day}`)),
          ])
        : weekdays(days)
    const often = t(`hq.plans.often.${rhythm}`, { count: every }, every)
    return on === '' ? often : t('hq.plans.oftenOn', { often, on })
  }
  return (schedule) =>
    schedule.timeFrom === null
      ? when(schedule)
      : `${when(schedule)} · ${schedule.timeFrom}–${String(schedule.timeUntil)}`
}
