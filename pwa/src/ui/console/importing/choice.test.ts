import { describe, expect, it } from 'vitest'
import type { SheetReading } from '@/api/console/types'
import { named, needsLook, read, taken, worthKeeping } from './choice'

function reading(fields: (string | null)[], more: Partial<SheetReading> = {}, unknown: string[] = []): SheetReading {
  const columns = fields.map((field, place) => ({ heading: `列${place}`, field, samples: [], unknown }))
  return { sheets: [], sheet: '', headingRow: 1, rows: 1, columns, fields: [], words: {}, mapping: null, ...more }
}
const kept = { mapping: { id: '1', kind: 'stores', name: '老系统', headings: [], fields: [], words: {} } as never }

describe('the columns of a file', () => {
  it('are looked at when one of a new shape is unknown, or a word is', () => {
    expect(needsLook(reading(['code', 'name']))).toBe(false)
    expect(needsLook(reading(['code', null]))).toBe(true)
    expect(needsLook(reading(['code', null], kept))).toBe(false)
    expect(needsLook(reading(['code'], kept, ['便利']))).toBe(true)
  })
  it('are worth keeping once somebody has told more than was guessed', () => {
    const guess = reading(['code', 'name'])
    expect(worthKeeping(guess, read(guess))).toBe(false)
    expect(worthKeeping(guess, named(read(guess), 'region', '浦西', 'A 区'))).toBe(true)
    expect(worthKeeping(reading(['code', null]), read(reading(['code', null])))).toBe(true)
    expect(worthKeeping(reading(['code', null], kept), read(reading(['code', null], kept)))).toBe(false)
  })
  it('are each one thing: a field taken for another column leaves its own', () => {
    expect(taken({ fields: ['code', 'name', null], words: {} }, 2, 'name').fields).toEqual(['code', null, 'name'])
    expect(taken({ fields: ['code', null], words: {} }, 0, null).fields).toEqual([null, null])
  })
  it('forget a word that stands for nothing again', () => {
    const told = named({ fields: [], words: {} }, 'region', '浦西', 'A 区')
    expect(named(told, 'region', '浦西', '').words).toEqual({})
  })
})
