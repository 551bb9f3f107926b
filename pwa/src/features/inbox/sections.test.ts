import { expect, it } from 'vitest'
import type { Notification } from '@/api/types'
import { sectionsOf } from './sections'

const words = { zh: '一', en: 'one' }
const entry = (id: string, at: string, more: Partial<Notification> = {}): Notification => ({
  id,
  kind: 'tasks.opened',
  title: words,
  body: words,
  link: '/',
  urgent: false,
  at: new Date(at).toISOString(),
  readAt: null,
  ...more,
})
const readAt = '2026-11-29T12:00:00Z'

it('shows what is unread first, the urgent before the newer, then what was read day by day', () => {
  const items = [
    entry('new', '2026-11-29T10:00'),
    entry('seen', '2026-11-29T09:00', { readAt }),
    entry('urgent', '2026-11-28T10:00', { urgent: true }),
    entry('late', '2026-11-28T23:59', { readAt }),
    entry('early', '2026-11-28T00:00', { readAt, urgent: true }),
  ]
  expect(sectionsOf(items).map(({ day, items: part }) => [day, part.map(({ id }) => id)])).toEqual([
    [null, ['urgent', 'new']],
    ['2026-11-29', ['seen']],
    ['2026-11-28', ['late', 'early']],
  ])
})

it('has no sections without entries', () => {
  expect(sectionsOf([])).toEqual([])
})
