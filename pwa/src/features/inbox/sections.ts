import type { Notification } from '@/api/types'

/** Part of the inbox: what is unread, or what was read of one day (as this device's calendar has it, YYYY-MM-DD). */
export interface Section {
  day: string | null
  items: Notification[]
}

function dayOf(at: string): string {
  const local = new Date(at)
  const part = (value: number) => String(value).padStart(2, '0')
  return `${local.getFullYear()}-${part(local.getMonth() + 1)}-${part(local.getDate())}`
}

/** The inbox as it is shown: unread first, the urgent at the top, then day by day; `items` come newest first. */
export function sectionsOf(items: Notification[]): Section[] {
  const unread = items.filter(({ readAt }) => readAt === null)
  const first = [...unread.filter(({ urgent }) => urgent), ...unread.filter(({ urgent }) => !urgent)]
  const sections: Section[] = first.length > 0 ? [{ day: null, items: first }] : []
  for (const item of items) {
    if (item.readAt === null) continue
    const day = dayOf(item.at)
    const last = sections.at(-1)
    if (last?.day === day) last.items.push(item)
    else sections.push({ day, items: [item] })
  }
  return sections
}
