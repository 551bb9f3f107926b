import { expect, it } from 'vitest'
import type { VisitDetail } from '@/api/console/types'
import { rowsOf } from './sections'

const words = (text: string) => ({ zh: text, en: text })
const checkpoint = (id: string) => ({ id, title: words(id) })
const answer = (checkpointId: string, outcome: string, more: object = {}) => ({
  checkpointId,
  outcome,
  needsPerson: false,
  overruled: false,
  ...more,
})
// Only what the rows are made of.
const VISIT = {
  template: {
    sections: [
      {
        id: 's1',
        title: words('Shelves'),
        weight: 2,
        checkpoints: [checkpoint('a'), checkpoint('b'), checkpoint('c')],
      },
      { id: 's2', title: words('Cleaning'), weight: 1, checkpoints: [checkpoint('d')] },
    ],
  },
  answers: [answer('a', 'pass'), answer('b', 'pass', { overruled: true }), answer('d', 'pass')],
  scoreDetail: {
    sections: [{ id: 's1', score: 50, firstScore: null }],
    cappedBy: null,
    rescored: false,
    firstScore: null,
  },
} as unknown as VisitDetail

it('puts answers and scores beside the checklist, unanswered ones too', () => {
  const rows = rowsOf(VISIT, false)
  expect(rows.map((section) => [section.id, section.score])).toEqual([
    ['s1', 50],
    ['s2', null],
  ])
  expect(rows[0]?.rows.map((row) => row.answer?.outcome ?? null)).toEqual(['pass', 'pass', null])
})

it('keeps only what wants a look, and leaves out sections without any', () => {
  const rows = rowsOf(VISIT, true)
  expect(rows.map((section) => section.rows.map((row) => row.checkpoint.id))).toEqual([['b']])
})
