import { checkDigit } from './gtin'

/**
 * How a shop's scales write an EAN-13 of the prefixes 20 to 29, a letter a digit:
 * `#` any digit, `I` the item, `W` its weight in thousandths (grams of a kilogram), `P` its price in cents, `C` the
 * check digit; a digit stands for itself. The first pattern that fits counts. By default all ten prefixes carry five
 * digits of the item and five of the weight: 2# IIIII WWWWW C.
 */
export const DEFAULT_PATTERNS: readonly string[] = ['2#IIIIIWWWWWC']

const PATTERN = /^2[\d#][\d#IWP]{10}C$/

/** Whether a text is such a pattern: it names an item, and either weight or price. */
export function isPattern(text: string): boolean {
  return PATTERN.test(text) && text.includes('I') && text.includes('W') !== text.includes('P')
}

/** What a scale's code says. */
export interface Weighed {
  /** The item's digits. */
  item: string
  /** The same code with nothing in the weight's place, as some catalogues keep it. */
  plain: string
  kind: 'weight' | 'price'
  /** Thousandths or cents. */
  value: number
}

const fits = (pattern: string, code: string) =>
  Array.from(pattern).every((letter, place) => !/\d/.test(letter) || letter === code[place])
const digitsOf = (pattern: string, code: string, letter: string) =>
  Array.from(code)
    .filter((_, place) => pattern[place] === letter)
    .join('')

/** Read a scale's code; null for any other, also for one whose check digit is wrong. */
export function weighedOf(code: string, patterns: readonly string[] = DEFAULT_PATTERNS): Weighed | null {
  if (!/^2\d{12}$/.test(code) || checkDigit(code.slice(0, -1)) !== Number(code.at(-1))) return null
  const pattern = patterns.find((each) => isPattern(each) && fits(each, code))
  if (pattern === undefined) return null
  const letter = pattern.includes('W') ? 'W' : 'P'
  const body = Array.from(code.slice(0, -1), (digit, place) => (pattern[place] === letter ? '0' : digit)).join('')
  return {
    item: digitsOf(pattern, code, 'I'),
    plain: `${body}${checkDigit(body)}`,
    kind: letter === 'W' ? 'weight' : 'price',
    value: Number(digitsOf(pattern, code, letter)),
  }
}
