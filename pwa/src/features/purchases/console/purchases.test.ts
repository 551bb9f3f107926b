import { expect, test } from 'vitest'
import type { PurchaseNeed } from '@/api/console/types'
import { lacksOfLeast, purchaseLook } from './purchases'

const need = (cents: number, sentCents: number, leastCents: number) =>
  ({ cents, sentCents, leastCents }) as PurchaseNeed

test('what was sent for the same day counts towards the least that a supplier takes', () => {
  expect(lacksOfLeast(need(100, 0, 300))).toBe(200)
  expect(lacksOfLeast(need(100, 250, 300))).toBe(0)
  expect(lacksOfLeast(need(300, 0, 300))).toBe(0)
})

test('a file waits for somebody to hand it over, a mail for us', () => {
  expect(purchaseLook({ state: 'waiting', way: 'file' }).word).toBe('hq.purchases.state.toHandOver')
  expect(purchaseLook({ state: 'waiting', way: 'mail' }).word).toBe('hq.purchases.state.waiting')
  expect(purchaseLook({ state: 'sent', way: 'file' }).word).toBe('hq.purchases.state.sent')
})
