import type { OpenHours } from '@/api/console/types'

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const SPAN = /^((?:[01]\d|2[0-3]):[0-5]\d)\s*[-–~至]\s*((?:[01]\d|2[0-3]):[0-5]\d)$/

/** One weekday's openings as people write them: "08:00-12:00, 13:00-22:00"; empty when it is closed. */
export function dayText(hours: readonly OpenHours[], weekday: number): string {
  return hours
    .filter((opening) => opening.weekday === weekday)
    .toSorted((a, b) => a.opens.localeCompare(b.opens))
    .map(({ opens, closes }) => `${opens}-${closes}`)
    .join(', ')
}

/** Read what `dayText` writes; null for anything else. A closing time before the opening time lies on the next day. */
export function dayHours(text: string, weekday: number): OpenHours[] | null {
  const parts = text
    .split(/[,，;；、]/)
    .map((part) => part.trim().replaceAll('：', ':'))
    .filter((part) => part !== '')
  const spans = parts.map((part) => SPAN.exec(part.replace(/^(\d):/, '0$1:').replace(/([-–~至]\s*)(\d):/, '$10$2:')))
  return spans.every((span) => span !== null)
    ? spans.map((span) => ({ weekday, opens: span[1] ?? '', closes: span[2] ?? '' }))
    : null
}

export interface DayRange {
  first: number
  last: number
  text: string
}

/** The week with equal neighbours together: Monday to Friday …, Saturday …; closed days are left out. */
export function weekRanges(hours: readonly OpenHours[]): DayRange[] {
  const ranges: DayRange[] = []
  for (const weekday of WEEKDAYS) {
    const text = dayText(hours, weekday)
    const last = ranges.at(-1)
    if (text === '') continue
    if (last?.text === text && last.last === weekday - 1) last.last = weekday
    else ranges.push({ first: weekday, last: weekday, text })
  }
  return ranges
}
