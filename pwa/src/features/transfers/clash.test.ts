import { expect, test } from 'vitest'
import { commandOf } from '@/offline/queue'
import type { Draft } from '@/offline/records'
import { transfer } from '@/offline/testing/samples'
import { cancelDraft, receiveDraft, shipDraft } from '@/offline/transfers/drafts'
import { clashesOf, lastStep } from './clash'

const kept = (draft: Draft) =>
  commandOf(draft, { owner: 'wang', occurredAt: '2026-11-22T08:00:00Z', clockOffsetMs: null })
const part = { id: 'p', lotCode: null, expiresOn: null, valueCents: 80, note: '', photoIds: [], reason: null }
const lines = (shipped: string | null, received: string | null) =>
  transfer().lines.map((line) => ({
    ...line,
    shipped,
    received,
    parts: shipped === null ? [] : [{ ...part, shipped, received }],
  }))

test('a shipment that a colleague has sent already shows both figures, but only where they differ', () => {
  const now = transfer({
    status: 'shipped',
    shippedByName: '李',
    shippedAt: '2026-11-22T07:55:00Z',
    lines: lines('6', null),
  })
  const mine = (quantity: string) => kept(shipDraft(transfer(), [{ lineId: 'line', quantity }]))
  expect(clashesOf(mine('5'), now)).toEqual([{ name: { zh: '牛奶', en: '牛奶' }, mine: '5', theirs: '6' }])
  expect(clashesOf(mine('6'), now)).toEqual([])
  expect(clashesOf(kept(shipDraft(transfer(), [])), now)).toMatchObject([{ mine: '8', theirs: '6' }])
  expect(lastStep(now)).toEqual({ step: 'shipped', name: '李', at: '2026-11-22T07:55:00Z' })
})

test('a receipt that a colleague was quicker with shows both figures', () => {
  const sent = transfer({ status: 'shipped', lines: lines('8', null) })
  const short = { partId: 'p', received: '7', reason: 'lost' as const, note: '', photoIds: [] }
  const now = transfer({ status: 'received', lines: lines('8', '8') })
  expect(clashesOf(kept(receiveDraft(sent, 'shelf', [short], [])), now)).toMatchObject([{ mine: '7', theirs: '8' }])
  expect(clashesOf(kept(receiveDraft(sent, 'shelf', [], [])), now)).toEqual([])
})

test('of a transfer that was cancelled meanwhile there are no figures to compare', () => {
  const now = transfer({ status: 'cancelled', cancelledByName: '陈', cancelledAt: '2026-11-22T07:50:00Z' })
  expect(clashesOf(kept(shipDraft(transfer(), [])), now)).toEqual([])
  expect(clashesOf(kept(cancelDraft(transfer(), '不要了')), now)).toEqual([])
  expect(lastStep(now)?.step).toBe('cancelled')
  expect(lastStep(transfer({ decidedAt: null, decidedByName: null }))).toBeNull()
})
