import type { SuggestionLine } from '@/api/types'
import { decimal, thousandths } from './lines'

type Numbers = NonNullable<SuggestionLine['arithmetic']>

/** A number of the arithmetic in thousandths, and whether it is added or taken off. */
export interface Term {
  name: keyof Numbers
  sign: '+' | '−'
  size: number
}

export interface Arithmetic {
  /** What is expected and kept, less what is there and comes: all that is not 0, and what is expected and there. */
  needs: Term[]
  /** What `needs` come to. */
  short: number
  /** The same, never below 0. */
  wanted: number
  /** What was changed afterwards: shelf life, limits, whole packs, budget; all that is not 0. */
  changes: Term[]
  /** `wanted` and the changes. */
  quantity: number
}

const ALWAYS = new Set<keyof Numbers>(['expected', 'stock'])
const NEEDS: [keyof Numbers, 1 | -1][] = [
  ['expected', 1],
  ['safety', 1],
  ['display', 1],
  ['stock', -1],
  ['spoils', 1],
  ['onOrder', -1],
]
const CHANGES: (keyof Numbers)[] = ['shelfLife', 'most', 'capacity', 'least', 'pack', 'budget']

const termOf = (name: keyof Numbers, value: number, way: 1 | -1): Term => ({
  name,
  sign: (way === 1) === value >= 0 ? '+' : '−',
  size: Math.abs(value),
})
const worth = ({ sign, size }: Term) => (sign === '+' ? size : -size)
const sum = (terms: Term[]) => terms.reduce((total, term) => total + worth(term), 0)

/** The arithmetic of a line in thousandths; null while it is not told. */
export function arithmeticOf(line: Pick<SuggestionLine, 'arithmetic'>): Arithmetic | null {
  const numbers = line.arithmetic
  if (numbers === null) return null
  const needs = NEEDS.map(([name, way]) => termOf(name, thousandths(numbers[name]), way)).filter(
    ({ name, size }) => size !== 0 || ALWAYS.has(name),
  )
  const changes = CHANGES.map((name) => termOf(name, thousandths(numbers[name]), 1)).filter(({ size }) => size !== 0)
  const wanted = thousandths(numbers.wanted)
  return { needs, short: sum(needs), wanted, changes, quantity: wanted + sum(changes) }
}

/**
 * The arithmetic in one line, every number as it was computed: `预测 31 + 安全 6 − 现有 9 = 28 · 整件 +2 = 30`.
 * `word` names a term.
 */
export function inOneLine(told: Arithmetic, word: (name: Term['name']) => string): string {
  const needs = told.needs.map(({ name, sign, size }, place) =>
    place === 0 && sign === '+' ? `${word(name)} ${decimal(size)}` : `${sign} ${word(name)} ${decimal(size)}`,
  )
  const wanted = told.short < 0 ? '< 0 → 0' : `= ${decimal(told.wanted)}`
  const changes = told.changes.map(({ name, sign, size }) => ` · ${word(name)} ${sign}${decimal(size)}`)
  const end = changes.length > 0 ? ` = ${decimal(told.quantity)}` : ''
  return `${needs.join(' ')} ${wanted}${changes.join('')}${end}`
}
