import { expect, it } from 'vitest'
import type { HeatRow } from '@/api/console/types'
import { cellsOf, numbers, scoreAt } from './cells'

const row = (cells: Partial<HeatRow['cells']>) =>
  ({ cells: { visits: '', left: '', fails: '', notApplicable: '', gained: '', possible: '', ...cells } }) as HeatRow

it('reads numbers of one and of several digits, past the backslash', () => {
  expect(numbers('#$O')).toEqual([0, 1, 44])
  // 45 is a digit 0 that another follows, then 1; 45 × 45 = 2025 has two before it.
  expect(numbers('P$PP$')).toEqual([45, 2025])
  expect(numbers('}&')).toEqual([44 + 3 * 45])
})

it('tells passed from what is left, and rounds a share half up to a tenth', () => {
  // Sixteen visits: one passed, fifteen failed; then three of which one had no answer and one was not applicable.
  const shown = row({ visits: '3&', left: '#%', fails: '2#', notApplicable: '#$' })
  expect([...cellsOf(shown).passes]).toEqual([1, 1])
  expect(scoreAt(shown, 0)).toBe(6.3)
  expect(scoreAt(shown, 1)).toBe(100)
  expect(scoreAt(row({ visits: '$', left: '%' }), 0)).toBeNull()
})

it('takes a section by the weight of its answers, of which there may be more than visits', () => {
  // One visit, two passed and one failed: −2 left, written as 3; 4 of 5 by weight.
  const shown = row({ visits: '$', left: '&', fails: '$', notApplicable: '#', gained: "'", possible: '(' })
  expect([...cellsOf(shown).passes]).toEqual([2])
  expect(scoreAt(shown, 0)).toBe(80)
})
