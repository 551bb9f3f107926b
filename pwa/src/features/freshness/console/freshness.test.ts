import { expect, it } from 'vitest'
import { expiringLot } from '@/offline/testing/samples'
import { narrowed, standOf } from './freshness'

const step = { kind: 'withdrawn' as const, priceCents: null, takenByName: '王', takenAt: '' }
const lots = [
  expiringLot({ lotId: 'near' }),
  expiringLot({ lotId: 'today', daysLeft: 0, step }),
  expiringLot({ lotId: 'over', daysLeft: -3, lotCode: 'X9' }),
]
const ids = (wanted: Partial<Parameters<typeof narrowed>[1]>) =>
  narrowed(lots, { stand: '', q: '', undone: false, ...wanted }).map(({ lotId }) => lotId)

it('tells how a lot stands by its last day, which is still a good one', () => {
  expect(lots.map(standOf)).toEqual(['near', 'today', 'expired'])
})

it('narrows lots by how they stand, by words and by whether something was done', () => {
  expect(ids({})).toEqual(['near', 'today', 'over'])
  expect(ids({ stand: 'today' })).toEqual(['today'])
  expect(ids({ q: ' x9' })).toEqual(['over'])
  expect(ids({ undone: true })).toEqual(['near', 'over'])
})
