import { expect, test } from 'vitest'
import { suggestion } from '@/offline/testing/ordering'
import { arithmeticOf, inOneLine } from './arithmetic'

type Numbers = NonNullable<ReturnType<typeof suggestion>['arithmetic']>
const told = (change: Partial<Numbers>) => arithmeticOf({ arithmetic: { ...numbers, ...change } })
const numbers = suggestion().arithmetic as Numbers
const said = (change: Partial<Numbers>) => {
  const sum = told(change)
  return sum && inOneLine(sum, (name) => name)
}

test('what is 0 is left out, but never what is expected and what is there', () => {
  expect(said({})).toBe('expected 31 + safety 6 − stock 9 − onOrder 4 = 24')
  expect(said({ stock: '0', onOrder: '0', wanted: '37' })).toBe('expected 31 + safety 6 − stock 0 = 37')
})

test('where enough is there, the sum is below 0 and nothing is wanted', () => {
  expect(said({ stock: '90', wanted: '0' })).toBe('expected 31 + safety 6 − stock 90 − onOrder 4 < 0 → 0')
})

test('stock below 0 is added, and each change is named before the end', () => {
  expect(said({ stock: '-2', wanted: '35', shelfLife: '-1', pack: '2' })).toBe(
    'expected 31 + safety 6 + stock 2 − onOrder 4 = 35 · shelfLife −1 · pack +2 = 36',
  )
})

test('while goods are counted nothing is told', () => {
  expect(arithmeticOf(suggestion({ arithmetic: null }))).toBeNull()
})

/** What the line says, read back as a sum. */
function readBack(text: string): { needs: number; wanted: number; end: number } {
  const [before = '', after = ''] = text.split(/ (?:=|< 0 →) /u, 2)
  const values = (part: string) =>
    [...part.matchAll(/([+−])? ?[a-zA-Z]+ ([+−])?([\d.]+)/gu)].map(
      ([, ahead, behind, size]) => (ahead === '−' || behind === '−' ? -1 : 1) * Math.round(Number(size) * 1_000),
    )
  const sum = (all: number[]) => all.reduce((total, each) => total + each, 0)
  const wanted = Math.round(Number(/^[\d.]+/u.exec(after)?.[0]) * 1_000)
  const changes = sum(
    values(
      text
        .slice(before.length)
        .replace(/^ (?:=|< 0 →) [\d.]+/u, '')
        .split(' = ')[0] ?? '',
    ),
  )
  return { needs: sum(values(before)), wanted, end: wanted + changes }
}

test('whatever was computed, what is shown adds up to what is shown', () => {
  let seed = 7
  const drawn = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % (most + 1)
  const text = (thousandth: number) => String(thousandth / 1_000)
  for (let round = 0; round < 500; round += 1) {
    const [expected, safety, display, stock, spoils, onOrder] = [90_000, 20_000, 5_000, 60_000, 9_000, 30_000].map(drawn) as [
      number, number, number, number, number, number,
    ] // prettier-ignore
    const wanted = Math.max(0, expected + safety + display - (stock - spoils) - onOrder)
    const [shelfLife, most, pack] = [-drawn(wanted), 0, drawn(12_000)] as const
    const sum = told({
      expected: text(expected), safety: text(safety), display: text(display), stock: text(stock), spoils: text(spoils),
      onOrder: text(onOrder), wanted: text(wanted), shelfLife: text(shelfLife), most: text(most), pack: text(pack),
    }) // prettier-ignore
    const shown = readBack(sum ? inOneLine(sum, (name) => name) : '')
    expect(shown.wanted).toBe(Math.max(0, shown.needs))
    expect(shown.end).toBe(wanted + shelfLife + pack)
    expect(sum?.quantity).toBe(shown.end)
  }
})
