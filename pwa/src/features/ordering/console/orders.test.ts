import { expect, test } from 'vitest'
import { changedLines, changeOf, isApproved, toldSteps } from './orders'
import { limitsDraft, ruleDraft, ruleForm, rulesForm } from './rules'

const step = (kind: string, byName: string, changes: number | null = null) => ({
  id: `${kind} ${byName} ${String(changes)}`,
  kind: `ordering.${kind}`,
  at: '2026-11-29T00:00:00Z',
  byName,
  reason: null,
  totalCents: null,
  lines: null,
  byRules: null,
  urgent: null,
  waitedS: null,
  changes,
  rules: [],
})

test('somebody who fills lines again and again took one step, somebody else another', () => {
  const steps = [
    step('order_opened', 'a'),
    step('order_lines_set', 'a', 2),
    step('order_lines_set', 'a', 3),
    step('order_lines_set', 'b', 1),
    step('order_submitted', 'b'),
  ]
  expect(toldSteps(steps).map(({ kind, byName, changes }) => [kind, byName, changes])).toEqual([
    ['ordering.order_opened', 'a', null],
    ['ordering.order_lines_set', 'a', 5],
    ['ordering.order_lines_set', 'b', 1],
    ['ordering.order_submitted', 'b', null],
  ])
})

test('what an approver typed is sent only where it differs', () => {
  const lines = [
    { productId: 'milk', quantity: '24' },
    { productId: 'eggs', quantity: '30' },
  ] as unknown as Parameters<typeof changedLines>[0]
  const typed = new Map([
    ['milk', '24.0'],
    ['eggs', ' 0 '],
  ])
  expect(changedLines(lines, typed)).toEqual([{ productId: 'eggs', quantity: '0' }])
})

test('a quantity is approved only once somebody or the rules said so', () => {
  expect(isApproved({ state: 'waiting', decidedAt: null })).toBe(false)
  expect(isApproved({ state: 'refused', decidedAt: '2026-11-29T00:00:00Z' })).toBe(false)
  expect(isApproved({ state: 'shipped', decidedAt: '2026-11-29T00:00:00Z' })).toBe(true)
})

test('a change is told against what was there, and not against nothing', () => {
  expect(changeOf(12, 10)).toEqual({ share: 0.2, up: true })
  expect(changeOf(5, 10)).toEqual({ share: 0.5, up: false })
  expect(changeOf(5, 0)).toBeNull()
})

test('a rule is typed in yuan or per cent and sent as cents or per cent', () => {
  const amount = { ...ruleDraft(), over: '500' }
  expect(ruleForm(amount)).toMatchObject({ kind: 'amount', over: 50_000, level: 'region', placeId: null })
  expect(ruleForm({ ...amount, kind: 'deviation_percent', over: '35' })).toMatchObject({ over: 35 })
  expect(ruleForm({ ...amount, kind: 'deviation_percent', over: '3.5' })).toBeNull()
  expect(ruleForm({ ...amount, kind: 'out_of_window', over: 'x' })).toMatchObject({ over: 0 })
  expect(ruleForm({ ...amount, kind: 'category' })).toBeNull()
  expect(ruleForm({ ...amount, categoryId: 'dairy' })).toMatchObject({ categoryId: null })
})

test('all rules are sent together, or not at all as long as one is no figure', () => {
  const kept = { reasonPercent: 30, reasonCents: 5_000, escalateMinutes: 30, rules: [], version: 2 }
  const limits = limitsDraft(kept)
  expect(limits).toEqual({ percent: '30', yuan: '50.00', minutes: '30' })
  expect(rulesForm(limits, [])).toEqual({ reasonPercent: 30, reasonCents: 5_000, escalateMinutes: 30, rules: [] })
  expect(rulesForm(limits, [ruleDraft()])).toBeNull()
})
