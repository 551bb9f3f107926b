import { expect, test } from 'vitest'
import { offered } from '@/api/testing/contract'
import { commandOf } from '../queue'
import type { Command, Draft } from '../records'
import { order, suggestion, suggestions } from '../testing/ordering'
import { decideDraft, lineDrafts, openDraft, planDraft, submitDraft, withdrawDraft } from './drafts'
import { fillable, sourcesWith, toDecide } from './overlay'

const stamp = { owner: 'wang', occurredAt: '2026-11-22T08:00:00Z', clockOffsetMs: null }
const kept = (draft: Draft, change: Partial<Command> = {}): Command => ({ ...commandOf(draft, stamp), ...change })
const meant = { id: 'o1', storeId: 'store', sourceId: 'cold', day: '2026-11-22', name: '冷藏' }
const told = suggestions([suggestion({ attention: ['new'] }), suggestion({ productId: 'tofu', quantity: '0' })])
const view = (orders = [] as ReturnType<typeof order>[], commands: Command[] = [], forms: string[] = []) =>
  sourcesWith(told, orders, commands, new Set(forms))[0]
const sending = [openDraft(meant), ...lineDrafts(meant, []), submitDraft(meant, false, '')]

test('a source that nobody has ordered from is to be filled, and tells what wants a look', () => {
  const shown = view()
  expect(shown).toMatchObject({ lines: 2, suggested: 1, attention: 1, begun: false, stand: null, order: null })
  expect(shown && fillable(shown)).toBe(true)
  expect(view([], [], ['order:store.cold.2026-11-22'])?.begun).toBe(true)
})

test('an order that waits on this phone shows so, and is shown until the server tells of it', () => {
  expect(
    view(
      [],
      sending.map((draft) => kept(draft)),
    )?.stand,
  ).toBe('unsent')
  const done = sending.map((draft) => kept(draft, { state: 'done' }))
  expect(view([], done)?.stand).toBe('unsent')
  expect(view([order({ state: 'draft' })], done)?.stand).toBe('unsent')
  expect(view([order({ state: 'approved' })], done)?.stand).toBe('approved')
})

test('what the server did not take can be filled again, and so can what came back', () => {
  const refusal = { status: 409, code: 'wrong_state', message: '已过截止', fields: [], current: null }
  const late = view([], [kept(submitDraft(meant, false, ''), { state: 'refused', refusal })])
  expect([late?.stand, late && fillable(late)]).toEqual(['notTaken', true])
  const back = view([order({ state: 'returned', reason: '太多' })])
  expect([back?.stand, back && fillable(back)]).toEqual(['returned', true])
  const waits = view([order()])
  expect([waits?.stand, waits && fillable(waits)]).toEqual(['waiting', false])
})

test('orders of other days, and cancelled ones, are no order of today', () => {
  expect(view([order({ day: '2026-11-21' }), order({ state: 'cancelled' })])?.stand).toBeNull()
})

test('what was decided here waits for nobody any more; the longest wait comes first', () => {
  const waiting = [order({ id: 'late', waitsSince: '2026-11-22T02:00:00Z' }), order(), order({ id: 'done' })]
  const decided = kept(decideDraft(order({ id: 'done' }), 'approve', ''))
  expect(toDecide(waiting, [decided]).map(({ id }) => id)).toEqual(['o1', 'late'])
})

test('what is done about orders are commands that the server offers, those of an order in one lane', () => {
  const line = [{ productId: 'milk', quantity: '24', reason: null }]
  const drafts = [openDraft(meant), ...lineDrafts(meant, line), submitDraft(meant, true, ''), withdrawDraft(order())]
  const others = [decideDraft(order(), 'return', '太多'), planDraft('store', '人民路店')]
  const all = [...drafts, ...others]
  expect(all.map(({ method, path }) => [path, offered(method, path)])).toEqual(all.map(({ path }) => [path, true]))
  expect(new Set(drafts.map(({ lane }) => lane)).size).toBe(1)
})
