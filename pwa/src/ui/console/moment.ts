import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { Locale } from '@/api/types'

const TICK_MS = 30_000
const now = shallowRef(Date.now())
let watchers = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The time, for "3 minutes ago"; one clock for the whole page, stopped when nobody looks. */
export function useNow(): Readonly<ShallowRef<number>> {
  now.value = Date.now()
  if (watchers++ === 0) timer = setInterval(() => (now.value = Date.now()), TICK_MS)
  onScopeDispose(() => {
    if (--watchers === 0) clearInterval(timer)
  })
  return now
}

/** 2026年11月22日 09:30:15: a moment in full, for a tooltip. */
export function exact(at: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'medium',
    hourCycle: 'h23',
  })
  return format.format(new Date(at))
}

/** Today where this desk stands, as a date field writes it. */
export function today(at: Date = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
