import { shallowRef } from 'vue'
import { expect, test } from 'vitest'
import type { Profile } from '@/api/console/types'
import { changedLines, decides, lastStep } from './transfers'

test('nobody decides on their own request, nor on one that was decided', () => {
  const profile = shallowRef({ account: { id: 'me' } } as unknown as Profile)
  const desk = { profile, may: (code: string) => code === 'stock.approve_transfer' }
  expect(decides({ status: 'requested', requestedBy: 'other' }, desk)).toBe(true)
  expect(decides({ status: 'requested', requestedBy: 'me' }, desk)).toBe(false)
  expect(decides({ status: 'approved', requestedBy: 'other' }, desk)).toBe(false)
  expect(decides({ status: 'requested', requestedBy: 'other' }, { ...desk, may: () => false })).toBe(false)
})

test('only lines of which less is approved are sent', () => {
  const lines = [
    { id: 'a', requested: '10' },
    { id: 'b', requested: '5' },
    { id: 'c', requested: '2' },
  ]
  const typed = new Map([
    ['a', '10.0'],
    ['b', ' 3 '],
    ['c', '0'],
  ])
  expect(changedLines(lines, typed)).toEqual([
    { lineId: 'b', quantity: '3' },
    { lineId: 'c', quantity: '0' },
  ])
})

test('the last step of a transfer is the last there was', () => {
  const steps = { requestedAt: '1', decidedAt: '2', shippedAt: null, receivedAt: null, cancelledAt: null }
  expect(lastStep(steps)).toBe('2')
  expect(lastStep({ ...steps, cancelledAt: '3' })).toBe('3')
})
