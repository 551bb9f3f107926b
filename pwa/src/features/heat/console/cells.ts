import type { HeatRow } from '@/api/console/types'

// A row's counts come as text, a number after the other: digits to the base of 45, the least first, each a character;
// one that another follows is told by its character being of the upper half. The backslash is left out.
const FIRST = 35
const LEFT_OUT = 92
const BASE = 45

export interface Cells {
  visits: Uint32Array
  passes: Uint32Array
  fails: Uint32Array
  notApplicable: Uint32Array
  /** Points of 100; NaN where nothing counted. */
  scores: Float64Array
}

export function numbers(text: string): number[] {
  const found: number[] = []
  let [number, place] = [0, 1]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const digit = code - FIRST - (code > LEFT_OUT ? 1 : 0)
    number += (digit % BASE) * place
    place *= BASE
    if (digit >= BASE) continue
    found.push(number)
    number = 0
    place = 1
  }
  return found
}

/** 100 × part ÷ whole, rounded half up to a tenth as the server does, from whole numbers; NaN of nothing. */
const share = (part: number, whole: number) =>
  whole === 0 ? NaN : Math.floor((2000 * part + whole) / (2 * whole)) / 10

function unpack({ cells }: HeatRow): Cells {
  const [visits, left, fails, notApplicable] = [cells.visits, cells.left, cells.fails, cells.notApplicable].map(
    numbers,
  ) as [number[], number[], number[], number[]]
  const passes = visits.map((count, at) => {
    const rest = left[at] ?? 0
    return count - (rest % 2 === 0 ? rest / 2 : -(rest + 1) / 2) - (fails[at] ?? 0) - (notApplicable[at] ?? 0)
  })
  const [gained, possible] = [numbers(cells.gained), numbers(cells.possible)]
  const weighed = possible.length > 0
  const scores = visits.map((_, at) =>
    weighed ? share(gained[at] ?? 0, possible[at] ?? 0) : share(passes[at] ?? 0, (passes[at] ?? 0) + (fails[at] ?? 0)),
  )
  return {
    visits: Uint32Array.from(visits),
    passes: Uint32Array.from(passes),
    fails: Uint32Array.from(fails),
    notApplicable: Uint32Array.from(notApplicable),
    scores: Float64Array.from(scores),
  }
}

const known = new WeakMap<HeatRow, Cells>()

/** A row's cells, unpacked when they are first looked at. */
export function cellsOf(row: HeatRow): Cells {
  const found = known.get(row) ?? unpack(row)
  known.set(row, found)
  return found
}

/** The score of a cell; null where nothing counted. */
export function scoreAt(row: HeatRow, place: number): number | null {
  const score = cellsOf(row).scores[place]
  return score === undefined || Number.isNaN(score) ? null : score
}
