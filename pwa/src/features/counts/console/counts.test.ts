import { expect, it } from 'vitest'
import { isOverdue } from './counts'

it('is overdue past its end, and only while somebody counts', () => {
  const until = '2026-11-29T10:00:00Z'
  const later = Date.parse('2026-11-29T11:00:00Z')
  expect(isOverdue({ status: 'open', windowUntil: until }, later)).toBe(true)
  expect(isOverdue({ status: 'recount', windowUntil: until }, Date.parse(until) - 1)).toBe(false)
  expect(isOverdue({ status: 'submitted', windowUntil: until }, later)).toBe(false)
  expect(isOverdue({ status: 'open', windowUntil: null }, later)).toBe(false)
})
