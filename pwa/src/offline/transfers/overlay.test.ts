import { expect, test } from 'vitest'
import type { Product } from '@/api/types'
import { commandOf } from '../queue'
import type { Command, Draft } from '../records'
import { transfer } from '../testing/samples'
import { cancelDraft, receiveDraft, requestDraft, shipDraft } from './drafts'
import { transfersWith, workOf } from './overlay'

const stamp = { owner: 'wang', occurredAt: '2026-11-22T08:00:00Z', clockOffsetMs: null }
const kept = (draft: Draft, change: Partial<Command> = {}): Command => ({ ...commandOf(draft, stamp), ...change })
const tea = { id: 'tea', name: { zh: '茶', en: 'tea' }, unitName: { zh: '盒', en: 'box' } } as Product
const known = {
  me: { id: 'wang', name: '王' },
  stores: new Map([['other', '解放路店']]),
  products: new Map([['tea', tea]]),
}
const shown = (told: ReturnType<typeof transfer>[], ...commands: Command[]) => transfersWith(told, commands, known)[0]
const part = { id: 'p', lotCode: 'L1', expiresOn: null, received: null, valueCents: 80, note: '', photoIds: [] }
const sent = () => {
  const [line] = transfer().lines
  const lines = line ? [{ ...line, shipped: '8', parts: [{ ...part, shipped: '8', reason: null }] }] : []
  return transfer({ status: 'shipped', version: 3, lines })
}

test('goods shipped here are on their way before the server knows, less where a line says so', () => {
  const it = shown([transfer()], kept(shipDraft(transfer(), [{ lineId: 'line', quantity: '5' }])))
  expect([it?.status, it?.shippedByName, it?.lines[0]?.shipped]).toEqual(['shipped', '王', '5'])
  expect(shown([transfer()], kept(shipDraft(transfer(), [])))?.lines[0]?.shipped).toBe('8')
})

test('goods received here show what is short; what is not named arrived', () => {
  const short = { partId: 'p', received: '7', reason: 'lost' as const, note: '', photoIds: [] }
  const it = shown([sent()], kept(receiveDraft(sent(), 'shelf', [short], [])))
  expect([it?.status, it?.lines[0]?.received, it?.lines[0]?.parts[0]?.reason]).toEqual(['received', '7', 'lost'])
  expect(shown([sent()], kept(receiveDraft(sent(), 'shelf', [], [])))?.lines[0]?.received).toBe('8')
})

test('what came in addition shows with the receipt, by name where this phone knows it', () => {
  const extras = [
    { code: '690', productId: 'tea', quantity: '2' },
    { code: '4006', productId: null, quantity: '1' },
  ]
  const it = shown([sent()], kept(receiveDraft(sent(), 'shelf', [], extras)))
  expect([it?.extraCount, it?.extras]).toEqual([
    2,
    [
      { ...extras[0], productName: { zh: '茶', en: 'tea' }, unitName: { zh: '盒', en: 'box' } },
      { ...extras[1], productName: null, unitName: null },
    ],
  ])
})

test('a step that the server refused, or that somebody else has taken meanwhile, is not shown as done', () => {
  const refusal = { status: 409, code: 'wrong_state', message: '已发货', fields: [], current: null }
  expect(shown([transfer()], kept(shipDraft(transfer(), []), { state: 'refused', refusal }))?.status).toBe('approved')
  expect(shown([sent()], kept(cancelDraft(transfer(), '不要了')))?.status).toBe('shipped')
})

test('a request shows at once, and once only when the server tells of it', () => {
  const draft = requestDraft('new', { id: 'other', name: '解放路店' }, { id: 'store', name: '人民路店' }, '', [
    { productId: 'milk', quantity: '3' },
  ])
  const it = shown([], kept(draft))
  expect([it?.status, it?.fromStoreName, it?.lines[0]?.requested]).toEqual(['requested', '解放路店', '3'])
  const told = transfer({ id: 'new', status: 'approved' })
  expect(transfersWith([told], [kept(draft)], known).map(({ status }) => status)).toEqual(['approved'])
})

test('work lies at the end whose turn it is', () => {
  const all = [transfer(), sent(), transfer({ status: 'requested' }), transfer({ status: 'received' })]
  const count = (stores: string[]) => {
    const { toShip, toReceive, asked, done } = workOf(all, new Set(stores))
    return [toShip, toReceive, asked, done].map(({ length }) => length)
  }
  expect(count(['store'])).toEqual([1, 0, 2, 1])
  expect(count(['other'])).toEqual([0, 1, 2, 1])
  expect(count(['elsewhere'])).toEqual([0, 0, 0, 0])
})
