const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000

/** Wait 1, 2, 4 … 60 s, spread by ±20 % so that a shop's phones do not come back in one moment. */
export function backOff(attempts: number, random: number): number {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT_MS)
  return Math.round(wait * (0.8 + 0.4 * random))
}
