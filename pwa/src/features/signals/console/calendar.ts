import type { SpecialDay } from '@/api/console/types'

const WEEK = 7

export interface CalendarDay {
  day: string
  /** 1 … 31 */
  number: number
  weekend: boolean
  special: SpecialDay | null
}

export interface Month {
  number: number
  /** Empty cells before the first day, in weeks that begin on Monday. */
  before: number
  days: CalendarDay[]
}

/** The twelve months of a year with what is special about their days. */
export function monthsOf(year: number, special: readonly SpecialDay[]): Month[] {
  const known = new Map(special.map((each) => [each.day, each]))
  return Array.from({ length: 12 }, (_, place) => {
    const length = new Date(Date.UTC(year, place + 1, 0)).getUTCDate()
    const weekday = (number: number) => (new Date(Date.UTC(year, place, number)).getUTCDay() + WEEK - 1) % WEEK
    const days = Array.from({ length }, (__, index) => {
      const number = index + 1
      const day = new Date(Date.UTC(year, place, number)).toISOString().slice(0, 10)
      return { day, number, weekend: weekday(number) >= WEEK - 2, special: known.get(day) ?? null }
    })
    return { number: place + 1, before: weekday(1), days }
  })
}

/** How a cell looks: a day off, a worked weekend, a free weekend, or a day like others. */
export function shadeOf({ special, weekend }: CalendarDay): 'off' | 'work' | 'weekend' | 'plain' {
  if (special?.kind === 'day_off') return 'off'
  if (special?.kind === 'worked_weekend') return 'work'
  return weekend ? 'weekend' : 'plain'
}
