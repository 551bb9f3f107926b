/** A figure as it is typed, also with a Chinese keyboard's full-width digits and signs; null for what is none. */
export function figureOf(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/[,。]/, '.').replace('−', '-').replaceAll(' ', '')
  return /^-?\d{1,9}(\.\d{1,3})?$/.test(text) ? Number(text) : null
}

/** Whether a reading may be below zero; the figures that a phone offers for a number have no minus. */
export const mayBeNegative = (unit: string | null, low: number | null, high: number | null): boolean =>
  /^[°℃]/.test(unit ?? '') || (low ?? 0) < 0 || (high ?? 0) < 0

/** The same figure on the other side of zero, as it is typed. */
export function turned(typed: string): string {
  const text = typed.trim().replace(/^[−－]/, '-')
  return text.startsWith('-') ? text.slice(1) : `-${text}`
}
