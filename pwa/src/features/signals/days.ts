const DAY_MS = 86_400_000

/** A day so many days after another one (2026-11-29). */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
