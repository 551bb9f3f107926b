import type { InjectionKey, Ref } from 'vue'
import type { TaskPerson } from '@/api/types'

/** Who may mend what is found at the visit's store: asked for once by the visit, for all its cards. */
export const MENDERS: InjectionKey<Readonly<Ref<readonly TaskPerson[]>>> = Symbol('menders')

/** When work at a store ends, by this phone's clock, which is where the store is. */
const EVENING = 18
const LATE = 22
const HOUR_MS = 3_600_000

export const QUICK = ['today', 'tomorrow', 'threeDays'] as const
export type Quick = (typeof QUICK)[number]
const DAYS: Record<Quick, number> = { today: 0, tomorrow: 1, threeDays: 3 }

/** A due time in one tap: the end of a day's work; today's later where that is close. Null when today is over. */
export function dueBy(quick: Quick, now: number): string | null {
  const due = new Date(now)
  due.setDate(due.getDate() + DAYS[quick])
  due.setHours(EVENING, 0, 0, 0)
  if (due.getTime() - now < HOUR_MS) due.setHours(LATE)
  return due.getTime() - now < HOUR_MS ? null : due.toISOString()
}

/** An instant as an input of date and time shows it. */
export function localInput(at: string | null): string {
  if (at === null) return ''
  const time = new Date(at)
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
