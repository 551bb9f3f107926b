const DAY_MS = 24 * 3600_000
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const WEEK = 7

/** A day `by` days later (earlier when negative), as the server writes days. */
export function dayAfter(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || WEEK
}

/** The days of the week around a day, from Monday. */
export function weekOf(day: string): string[] {
  const monday = dayAfter(day, 1 - weekdayOf(day))
  return WEEKDAYS.map((_, number) => dayAfter(monday, number))
}

/** The weeks that a month touches, whole: what a calendar of the month shows. */
export function monthOf(day: string): string[] {
  const first = weekOf(`${day.slice(0, 7)}-01`)[0] ?? day
  const next = dayAfter(`${day.slice(0, 7)}-28`, 4).slice(0, 7)
  const days: string[] = []
  for (let each = first; each < `${next}-01` || days.length % WEEK > 0; each = dayAfter(each, 1)) days.push(each)
  return days
}

/** The first day of the month before (-1) or after (1). */
export function monthBeside(day: string, by: -1 | 1): string {
  const first = `${day.slice(0, 7)}-01`
  return `${dayAfter(first, by > 0 ? 32 : -1).slice(0, 7)}-01`
}
