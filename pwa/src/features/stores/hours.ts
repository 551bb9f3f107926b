import type { Store } from '@/api/types'

type Opening = Store['openingHours'][number]

/** The weekday (1 is Monday) in a time zone. */
export function weekdayIn(timeZone: string, now: Date = new Date()): number {
  const name = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short' }).format(now)
  return ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(name) + 1
}

/**
 * "08:00–22:00" for a weekday, several openings with a comma; empty when closed, null when nobody recorded any hours.
 * Equal times mean round the clock.
 */
export function hoursToday(openings: Opening[], weekday: number): string | null {
  if (openings.length === 0) return null
  return openings
    .filter((opening) => opening.weekday === weekday)
    .map(({ opens, closes }) => (opens === closes ? '24 h' : `${opens.slice(0, 5)}–${closes.slice(0, 5)}`))
    .join(', ')
}
