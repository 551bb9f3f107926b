import { expect, test } from 'vitest'
import { offered } from '@/api/testing/contract'
import { acceptDraft, rebalancesWith, refuseDraft } from '@/offline/ordering/rebalances'
import { again, sourcesWith } from '@/offline/ordering/overlay'
import type { StoreOrdering } from '@/offline/ordering/reads'
import { commandOf } from '@/offline/queue'
import { order, rebalance, suggestion, suggestions } from '@/offline/testing/ordering'
import { store } from '@/offline/testing/samples'
import { besideLine, lineOf, linesIn, totalsOf } from './lines'
import { givenBy, movesTo } from './moves'
import { editsOf, spoken } from './useOrder'
import { suppliersOf } from './useOrderScan'

const RULE = { percent: 50, cents: 5_000 }
const stamp = { owner: 'wang', occurredAt: '2026-11-22T08:00:00Z', clockOffsetMs: null }
const here = { storeId: 'store', day: '2026-11-22' }

test('what could come is shown before what could go, and what is over or of another day is not', () => {
  const kept = [
    rebalance({ id: 'goes', fromStoreId: 'store', toStoreId: 'other' }),
    rebalance(),
    rebalance({ id: 'old', day: '2026-11-21' }),
    rebalance({ id: 'refused', state: 'refused' }),
  ]
  expect(rebalancesWith(kept, [], here).map((view) => view.rebalance.id)).toEqual(['r1', 'goes'])
})

test("what was asked for here is no longer offered at its lines; the commands are the server's", () => {
  const said = commandOf(acceptDraft(rebalance()), stamp)
  const views = (commands: (typeof said)[]) => ({ rebalances: rebalancesWith([rebalance()], commands, here), store })
  expect(movesTo(views([]))).toEqual(new Map([['milk', { fromName: '解放路店', quantity: '24' }]]))
  expect(movesTo(views([said])).size).toBe(0)
  for (const { method, path } of [acceptDraft(rebalance()), refuseDraft(rebalance(), 'no_transport')])
    expect(offered(method, path)).toBe(true)
})

test('the arithmetic of a transfer adds up as it is read', () => {
  const [line] = rebalance().lines
  expect(line?.arithmetic && givenBy(line.arithmetic)).toBe('50 − 6 − 4 = 40')
  expect(line?.arithmetic && givenBy({ ...line.arithmetic, promised: '0', excess: '46' })).toBe('50 − 4 = 46')
})

test('another order of the day begins with nothing, and says only what somebody put into it', () => {
  const lines = [suggestion({ quantity: '12', orderedToday: '12', mustOrder: true }), suggestion({ productId: 'egg' })]
  const form = { edits: { egg: { quantity: 12_000, reason: null } }, again: true }
  const filled = lines.map((line) => lineOf(line, form, RULE))
  expect(filled.map(({ quantity, changed }) => [quantity, changed])).toEqual([
    [0, false],
    [12_000, true],
  ])
  expect(spoken(filled, true).map(({ productId }) => productId)).toEqual(['egg'])
  expect(totalsOf(filled)).toMatchObject({ lines: 1, missing: [] })
  expect(editsOf(lines, { lines: [] }, true)).toEqual({})
})

test('another order may be begun once the one before has gone off', () => {
  const view = (state: 'draft' | 'approved' | 'cancelled') => {
    const [found] = sourcesWith(suggestions(), [order({ state })], [], new Set())
    return found && again(found)
  }
  expect([view('approved'), view('draft'), view('cancelled')]).toEqual([true, false, false])
})

test('what is offered beside can be found and ordered without a reason; who else supplies a product is told', () => {
  const tea = { ...suggestion({ productId: 'tea', sourceId: 'dry' }), mustOrder: false }
  const line = lineOf(besideLine(tea), { edits: { tea: { quantity: 120_000, reason: null } } }, RULE, true)
  expect(line).toMatchObject({ suggested: 0, quantity: 120_000, far: false, beside: true })
  const [cold] = suggestions().sources
  const told = { ...suggestions(), sources: cold ? [cold, { ...cold, id: 'dry', name: '干货' }] : [] }
  const known = { told, offers: [tea] } as unknown as StoreOrdering
  expect(suppliersOf(known, 'tea', 'cold')).toEqual([{ id: 'dry', name: '干货' }])
  expect(suppliersOf(known, 'nothing', 'cold')).toEqual([])
})

test('lines that were out lately have a tab of their own', () => {
  const lines = [suggestion({ outDays: 3 }), suggestion({ productId: 'egg', attention: ['out_of_stock'] })]
  const all = [...lines, suggestion({ productId: 'tofu' })].map((line) => lineOf(line, { edits: {} }, RULE))
  expect(linesIn('out', all).map(({ line }) => line.productId)).toEqual(['milk', 'egg'])
})
