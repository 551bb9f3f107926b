import { expect, test } from 'vitest'
import { lineDrafts, openDraft, submitDraft } from '@/offline/ordering/drafts'
import { commandOf } from '@/offline/queue'
import { orderWith, suggestion } from '@/offline/testing/ordering'
import { lineOf } from './lines'
import { editsOf, recovered, spoken } from './useOrder'

const RULE = { percent: 50, cents: 5_000 }
const lines = [suggestion(), suggestion({ productId: 'tofu', quantity: '0' }), suggestion({ productId: 'egg' })]
const meant = { id: 'o1', storeId: 'store', sourceId: 'cold', day: '2026-11-22', name: '冷藏' }
const stamp = { owner: 'wang', occurredAt: '2026-11-22T08:00:00Z', clockOffsetMs: null }

test('an order that came back is filled as it was, not as it is suggested', () => {
  expect(editsOf(lines, orderWith({ milk: '36', tofu: '12' }))).toEqual({
    milk: { quantity: 36_000, reason: null },
    tofu: { quantity: 12_000, reason: null },
    egg: { quantity: 0, reason: null },
  })
  expect(editsOf(lines, null)).toEqual({})
})

test('all that is ordered is said, and what was suggested and is not wanted as nought', () => {
  const edits = { egg: { quantity: 0, reason: null }, milk: { quantity: 60_000, reason: 'weather' as const } }
  expect(spoken(lines.map((each) => lineOf(each, { edits }, RULE)))).toEqual([
    { productId: 'milk', quantity: '60', reason: 'weather' },
    { productId: 'egg', quantity: '0', reason: null },
  ])
})

test('what the server did not take is filled again as it was', () => {
  const said = [
    { productId: 'milk', quantity: '60', reason: 'weather' as const },
    { productId: 'egg', quantity: '24', reason: null },
  ]
  const lane = [openDraft(meant), ...lineDrafts(meant, said)].map((draft) => commandOf(draft, stamp))
  const filled = { id: 'o1', edits: { milk: { quantity: 60_000, reason: 'weather' } } }
  expect(recovered({ lane, taken: [] }, lines)).toEqual(filled)
  expect(recovered({ lane: [], taken: lane }, lines)).toBeNull()
  const submission = commandOf(submitDraft(meant, false, ''), stamp)
  expect(recovered({ lane: [submission], taken: lane }, lines)).toEqual(filled) // before the order is told of
  const other = lineDrafts({ ...meant, id: 'o2' }, [{ productId: 'egg', quantity: '1', reason: null }])
  const earlier = other.map((draft) => commandOf(draft, stamp))
  expect(recovered({ lane: [submission], taken: [...earlier, ...lane] }, lines)).toEqual(filled)
})

test('a long order goes in pieces that the server takes, each under a target of its own', () => {
  const many = Array.from({ length: 1_100 }, (_, n) => ({ productId: `p${n}`, quantity: '1', reason: null }))
  const drafts = lineDrafts(meant, many)
  expect(drafts.map(({ body }) => (body['lines'] as unknown[]).length)).toEqual([500, 500, 100])
  expect(new Set(drafts.map(({ target }) => target)).size).toBe(3)
  expect(new Set(drafts.map(({ lane }) => lane))).toEqual(new Set(['order:store.cold.2026-11-22']))
})
