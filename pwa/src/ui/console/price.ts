const YUAN = /^(\d{1,10})(?:\.(\d{1,2}))?$/

/** Yuan as typed, in whole cents without floating point; null for what is no price. */
export function centsOf(text: string): number | null {
  const match = YUAN.exec(text.trim().replace(/^[¥￥]/, ''))
  if (!match) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** Cents as a field shows them: 12.50 */
export function yuanOf(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
}
