import { computed, inject, ref, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Locale, Words } from '@/api/types'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Texts, dates and numbers as one language writes them. */
export interface Formats {
  /** The right one of two texts. */
  words(text: Words | null | undefined): string
  /** 11月22日 09:30 */
  dateTime(at: string | number | null | undefined): string
  /** 11月22日 */
  day(at: string | null | undefined): string
  /** 2026年11月 */
  month(at: string): string
  /** 09:30 */
  time(at: string | null | undefined): string
  /** 3 小时前, 明天 …: minutes and hours, from a whole day on the days of the calendar. */
  relative(at: string | number | null | undefined, now?: number): string
  /** 0.913 → 91 % */
  percent(share: number | null | undefined): string
  /** 86.25 → 86.3 */
  number(value: number | null | undefined, digits?: number): string
  /** Integer cents → ¥12.50 */
  money(cents: number | null | undefined): string
}

const NOTHING = '–'

/** How far the server's clock is ahead of this device's (ms): what is told as so long ago was told by the server. */
export const AHEAD: InjectionKey<Readonly<Ref<number>>> = Symbol('ahead')

/** Midnights of this device's calendar from one instant to another. */
export function daysBetween(from: number, to: number): number {
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0)
  return Math.round((midnight(to) - midnight(from)) / DAY)
}

function formatsOf(locale: Locale, ahead: Readonly<Ref<number>>): Formats {
  const tag = locale === 'zh' ? 'zh-CN' : 'en-GB'
  const make = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options)
  const dateTime = make({ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const day = make({ month: 'short', day: 'numeric', weekday: 'short' })
  const month = make({ year: 'numeric', month: 'long' })
  const time = make({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' })
  const money = new Intl.NumberFormat(tag, { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' })
  // A date without time means that day everywhere: read it as local noon, not as midnight in UTC.
  const moment = (at: string | number) => new Date(typeof at === 'string' && at.length === 10 ? `${at}T12:00:00` : at)
  return {
    words: (text) => (text ? text[locale] || text.zh || text.en : ''),
    dateTime: (at) => (at ? dateTime.format(moment(at)) : NOTHING),
    day: (at) => (at ? day.format(moment(at)) : NOTHING),
    month: (at) => month.format(moment(at)),
    time: (at) => (at ? time.format(moment(at)) : NOTHING),
    relative: (at, now = Date.now() + ahead.value) => {
      if (!at) return NOTHING
      const span = moment(at).getTime() - now
      const size = Math.abs(span)
      if (size < HOUR) return relative.format(Math.round(span / MINUTE), 'minute')
      if (size < DAY) return relative.format(Math.round(span / HOUR), 'hour')
      // "Tomorrow" and "yesterday" name days of the calendar, not so many hours.
      return relative.format(daysBetween(now, moment(at).getTime()), 'day')
    },
    percent: (share) => (share === null || share === undefined ? NOTHING : `${Math.round(share * 100)}%`),
    number: (value, digits = 1) =>
      value === null || value === undefined ? NOTHING : value.toLocaleString(tag, { maximumFractionDigits: digits }),
    money: (cents) => (cents === null || cents === undefined ? NOTHING : money.format(cents / 100)),
  }
}

/** The formats of the language in use; `f.value` changes with it. */
export function useFormats(): ComputedRef<Formats> {
  const { locale } = useI18n()
  const ahead = inject(AHEAD, () => ref(0), true)
  return computed(() => formatsOf(locale.value as Locale, ahead))
}
