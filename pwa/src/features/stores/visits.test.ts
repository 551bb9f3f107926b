import { expect, it } from 'vitest'
import type { Visit } from '@/api/types'
import { visit } from '@/offline/testing/samples'
import { visitsOfStore } from './visits'

const made = (id: string, change: Partial<Visit>) => visit([], { id, ...change })
const ids = (visits: { id: string }[]) => visits.map(({ id }) => id)

it('shows the next visit first, and those that were by the latest', () => {
  const days = ['25', '08', '22', '18', '02']
  const planned = days.map((day) => made(`on ${day}`, { status: 'planned', plannedFor: `2026-12-${day}` }))
  const scored = made('scored', { status: 'scored', plannedFor: '2026-11-01', submittedAt: '2026-11-02T03:00:00Z' })
  const missed = made('missed', { status: 'missed', plannedFor: '2026-11-30' })
  const begun = made('begun', { status: 'started', plannedFor: '2026-11-20', startedAt: '2026-12-01T01:00:00Z' })
  const { coming, latest } = visitsOfStore([scored, ...planned, missed, begun, scored])
  expect(ids(coming)).toEqual(['on 02', 'on 08', 'on 18'])
  expect(ids(latest)).toEqual(['begun', 'missed', 'scored'])
})
