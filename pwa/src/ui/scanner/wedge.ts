/** Scanners type a key every few milliseconds; Bluetooth ones, and busy phones, pause in between. */
const LONGEST_PAUSE_MS = 250
const SHORTEST_CODE = 4

/** What a key was to the buffer: part of nothing, part of a code so far, or its end. */
export type Heard = { kind: 'none' } | { kind: 'part' } | { kind: 'code'; code: string }

/**
 * Makes codes of the keys of a scanner that is plugged in as a keyboard (or built into the device): printable
 * characters in quick succession, ended by Enter or Tab, while no field has the keys. A prefix that the scanner was set to send is taken off.
 */
export function wedgeOf(prefix: () => string): (key: string, at: number) => Heard {
  let typed = ''
  let lastAt = Number.NEGATIVE_INFINITY

  return (key, at) => {
    const quick = at - lastAt <= LONGEST_PAUSE_MS
    if (key === 'Enter' || key === 'Tab') {
      const code = quick ? typed : ''
      typed = ''
      if (code.length < SHORTEST_CODE) return { kind: 'none' }
      const own = prefix()
      return { kind: 'code', code: own !== '' && code.startsWith(own) ? code.slice(own.length) : code }
    }
    // Shift and the like come between the characters of some scanners.
    if (key.length !== 1) return { kind: 'none' }
    typed = quick ? typed + key : key
    lastAt = at
    return typed.length > 1 ? { kind: 'part' } : { kind: 'none' }
  }
}
