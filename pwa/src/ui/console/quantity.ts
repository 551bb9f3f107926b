import { computed, type ComputedRef } from 'vue'
import { useFormats } from '@/i18n/format'

const DIGITS = 3

export interface Quantities {
  /** "12.500" → 12.5, "-2" → −2 */
  plain(text: string | null | undefined): string
  /** "3" → +3, "-2" → −2, with a true minus; 0 has no sign. */
  signed(text: string): string
  /** Cents with their sign. */
  signedMoney(cents: number): string
}

const sign = (value: number) => (value > 0 ? '+' : value < 0 ? '−' : '')

/** Quantities are decimals in text on the wire; this is how a person reads them. */
export function useQuantities(): ComputedRef<Quantities> {
  const formats = useFormats()
  const size = (text: string) => formats.value.number(Math.abs(Number(text)), DIGITS)
  return computed(() => ({
    plain: (text) => (text === null || text === undefined ? '–' : (Number(text) < 0 ? '−' : '') + size(text)),
    signed: (text) => sign(Number(text)) + size(text),
    signedMoney: (cents) => sign(cents) + formats.value.money(Math.abs(cents)),
  }))
}
