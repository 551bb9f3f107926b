import { expect, test } from 'vitest'
import { task, visit } from '@/offline/testing/samples'
import { dayOf } from './day'

const noon = new Date('2026-11-22T12:00:00').getTime()
const planned = (id: string, plannedFor: string, change = {}) =>
  visit([], { id, status: 'planned', plannedFor, ...change })

test('the day shows what is under way first, then by due time; a later day is apart and a missed visit stays', () => {
  const visits = [
    planned('tomorrow', '2026-11-23'),
    planned('noon', '2026-11-22', { dueAt: '2026-11-22T12:00:00Z' }),
    planned('morning', '2026-11-22', { dueAt: '2026-11-22T03:00:00Z' }),
    visit([], { id: 'begun' }),
    visit([], { id: 'missed', status: 'missed', plannedFor: '2026-11-21' }),
  ]
  const day = dayOf(visits, [], null, noon)
  expect(day.visits.map(({ id }) => id)).toEqual(['begun', 'morning', 'noon'])
  expect(day.ahead.map(({ id }) => id)).toEqual(['tomorrow'])
  expect(day.missed.map(({ id }) => id)).toEqual(['missed'])
})

test('overdue tasks come first, blocked ones last, accepted ones are gone; a chosen store narrows both lists', () => {
  const tasks = [
    task({ id: 'blocked', status: 'blocked', dueAt: '2026-11-21T10:00:00Z' }),
    task({ id: 'soon', dueAt: '2026-11-22T10:00:00Z' }),
    task({ id: 'late', dueAt: '2026-11-23T10:00:00Z', overdue: true }),
    task({ id: 'closed', status: 'accepted' }),
    task({ id: 'elsewhere', storeId: 'other' }),
  ]
  expect(dayOf([], tasks, 'store', noon).tasks.map(({ id }) => id)).toEqual(['late', 'soon', 'blocked'])
})
