import { expect, it } from 'vitest'
import { freshDraft, turned } from './draft'

it('a schedule by risk or by days is not tied to the Monday that weeks began with', () => {
  const weekly = freshDraft('2026-12-01', 'template')
  expect(weekly.weekdays).toEqual([1])
  expect(turned(weekly, 'risk')).toEqual({ ...weekly, rhythm: 'risk', weekdays: [] })
  expect(turned(turned(weekly, 'days'), 'weeks')).toEqual(weekly)
})
