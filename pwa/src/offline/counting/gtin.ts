const GTIN_DIGITS = 14

/** The check digit of the digits before it: from the right they weigh 3, 1, 3, 1 … (GS1 General Specifications, 7.9). */
export function checkDigit(body: string): number {
  const weight = (place: number) => ((body.length - place) % 2 ? 3 : 1)
  const sum = Array.from(body, Number).reduce((total, digit, place) => total + digit * weight(place), 0)
  return (10 - (sum % 10)) % 10
}

/** The 14 digits under which codes of every kind are compared; null for a text that is no such number. */
export function gtinOf(code: string): string | null {
  return /^\d{1,14}$/.test(code) ? code.padStart(GTIN_DIGITS, '0') : null
}
