import { expect, test } from 'vitest'
import type { WasteForm } from '@/api/types'
import { commandOf } from '../queue'
import type { Command, Draft } from '../records'
import { expiringLot, store, wasteReport } from '../testing/samples'
import { decisionDraft, markDownDraft, suggestedPrice, wasteDraft, withdrawDraft } from './drafts'
import { approvalsWith, dayNumber, lotsWith, wasteWith } from './overlay'

const stamp = { owner: 'wang', occurredAt: '2026-11-22T08:00:00Z', clockOffsetMs: null }
const kept = (draft: Draft, change: Partial<Command> = {}): Command => ({ ...commandOf(draft, stamp), ...change })
const known = { byName: '王', store, products: new Map() }
const wasted = (quantity: string, lot: ReturnType<typeof expiringLot> | null = expiringLot()) =>
  wasteDraft({
    storeId: 'store',
    product: { id: 'milk', name: { zh: '牛奶', en: 'Milk' } },
    lot,
    quantity,
    reason: 'expired',
    note: '',
    photos: [],
  })
const view = (commands: Command[], lot = expiringLot(), reports = [] as ReturnType<typeof wasteReport>[]) =>
  lotsWith([lot], wasteWith(reports, [lot], commands, known), commands, 0, '王')[0]

test('a price that was cut here shows before it is sent, and a lot that was withdrawn lies in the back room', () => {
  const shown = view([kept(markDownDraft(expiringLot(), 250))])
  expect([shown?.lot.step?.kind, shown?.lot.step?.priceCents, shown?.unsent]).toEqual(['marked_down', 250, true])
  const off = view([kept(markDownDraft(expiringLot(), 250)), kept(withdrawDraft(expiringLot()))])
  expect([off?.lot.step?.kind, off?.lot.shelf, off?.lot.backRoom]).toEqual(['withdrawn', '0', '6'])
})

test('a step that the server refused is not shown as done, and the lot says why', () => {
  const refusal = { status: 422, code: 'invalid', message: '不行', fields: [], current: null }
  const shown = view([kept(withdrawDraft(expiringLot()), { state: 'refused', refusal })])
  expect([shown?.lot.step, shown?.lot.shelf, shown?.refused?.refusal?.message]).toEqual([null, '4', '不行'])
})

test('what is reported leaves less to report, whether it waits here, at the server, or both know of it', () => {
  const here = kept(wasted('2'))
  expect(view([here])?.left).toBe(4)
  expect(view([here], expiringLot(), [wasteReport()])?.left).toBe(2.5)
  const both = wasteReport({ id: (here.body as unknown as WasteForm).id ?? '', quantity: '2' })
  const told = view([{ ...here, state: 'done' }], expiringLot(), [both])
  expect([told?.left, told?.waste.map(({ status }) => status)]).toEqual([4, ['pending']])
  expect(view([], expiringLot(), [wasteReport({ status: 'posted' })])?.left).toBe(6)
})

test('while goods are counted nothing tells how much there is', () => {
  const shown = view([kept(withdrawDraft(expiringLot()))], expiringLot({ quantity: null, shelf: null, backRoom: null }))
  expect([shown?.left, shown?.lot.shelf, shown?.lot.backRoom]).toEqual([null, null, null])
})

test('a list that is two days old counts the days itself', () => {
  const lots = [
    expiringLot(),
    expiringLot({ lotId: 'older', daysLeft: 0 }),
    expiringLot({ lotId: 'later', daysLeft: 5 }),
  ]
  const shown = lotsWith(lots, [], [], 2, '王')
  expect(shown.map(({ lot, stand, daysLeft }) => [lot.lotId, stand, daysLeft])).toEqual([
    ['older', 'expired', -2],
    ['lot', 'today', 0],
    ['later', 'near', 3],
  ])
})

test("a store's day begins at its own hour in its own zone", () => {
  const late = { timeZone: 'Asia/Shanghai', businessDayCut: '04:00' }
  const at = (time: string) => dayNumber(late, Date.parse(time))
  expect(at('2026-11-22T20:01:00Z') - at('2026-11-22T19:59:00Z')).toBe(1)
  expect(at('2026-11-22T19:59:00Z')).toBe(at('2026-11-21T20:01:00Z'))
})

test('what was decided here waits for nobody any more, and the costliest report comes first', () => {
  const reports = [wasteReport(), wasteReport({ id: 'dear', valueCents: 9_000 }), wasteReport({ id: 'done' })]
  const decided = kept(decisionDraft(wasteReport({ id: 'done' }), true, ''))
  expect(approvalsWith(reports, [decided]).map(({ id }) => id)).toEqual(['dear', 'waste'])
})

test('three tenths off, to the whole jiao, and never for nothing', () => {
  expect([360, 250, 1_990, 9, 1].map(suggestedPrice)).toEqual([250, 170, 1_390, 6, 1])
})
