import { expect, test } from 'vitest'
import { formOf, freshLine, stepped, unstepped } from './line'

const place = { countId: 'c', round: 1, zoneId: 'front' }
const fresh = () => freshLine(place, { productId: 'milk', barcode: null })
const at = (second: number) => new Date(Date.UTC(2026, 10, 22, 8, 0, second)).toISOString()

test('weights add up without the dust of binary fractions', () => {
  const line = [0.1, 0.2, 0.345].reduce((sum, kg, n) => stepped(sum, at(n), kg, 'camera'), fresh())
  expect(line.quantity).toBe(0.645)
  expect(formOf(line, 0).quantity).toBe('0.645')
})

test('a figure of 0 is counted, and less than nothing is not', () => {
  const none = stepped(fresh(), at(0), 0, 'keypad')
  expect(none).toMatchObject({ quantity: 0, voided: false, countedAt: at(0) })
  expect(stepped(none, at(1), -1, 'tap').quantity).toBe(0)
})

test('steps are undone one by one, each back to its own time; without the first the line is taken back', () => {
  const two = stepped(stepped(fresh(), at(0), 24, 'pack'), at(5), 1, 'camera')
  const one = unstepped(two, at(9))
  expect(one).toMatchObject({ quantity: 24, countedAt: at(0), voided: false })
  const none = unstepped(one, at(10))
  expect(none).toMatchObject({ quantity: 0, voided: true, scans: [] })
  expect(stepped(none, at(11), 3, 'keypad')).toMatchObject({ quantity: 3, voided: false })
})

test('of more than 200 steps the earliest stand together, and the sum stays', () => {
  const line = Array.from({ length: 260 }).reduce<ReturnType<typeof fresh>>(
    (sum, _, n) => stepped(sum, at(n), 1, 'camera'),
    fresh(),
  )
  expect(line.scans).toHaveLength(200)
  expect(line.scans.reduce((sum, { change }) => sum + change, 0)).toBe(260)
  expect(line.scans[0]).toMatchObject({ change: 61, at: at(60) })
})

test('a line goes out with its times by the server’s clock, as it was measured when they were noted', () => {
  const day = 86_400_000
  const line = { ...stepped(fresh(), at(0), 1, 'wedge'), clockOffsetMs: day }
  expect(formOf(line, 5).countedAt).toBe('2026-11-23T08:00:00.000Z')
  expect(formOf({ ...line, clockOffsetMs: null }, -day).scans?.[0]?.at).toBe('2026-11-21T08:00:00.000Z')
})
