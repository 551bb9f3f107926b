import { computed, inject, provide, type ComputedRef, type InjectionKey, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, type RouteLocationRaw } from 'vue-router'
import type { HeatMap, HeatRow } from '@/api/console/types'
import { useFilter } from '@/ui/console/address'
import { cellsOf, scoreAt } from './cells'

export type Query = Record<string, string>
/** Nobody looked, or the question did not apply, are no scores. */
type CellState = 'scored' | 'notApplicable' | 'unvisited'

export interface Cell {
  state: CellState
  score: number | null
  visits: number
  passes: number
  fails: number
  notApplicable: number
}

/** The map's filters as the server asks for them, read from the address. */
export function useAsked(): ComputedRef<Query> {
  const names = ['from', 'to', 'place', 'kind'] as const
  const filters = names.map((name) => [name, useFilter(name)] as const)
  return computed(() =>
    Object.fromEntries(filters.flatMap(([name, { value }]) => (value === '' ? [] : [[name, value]]))),
  )
}

export function cellOf(row: HeatRow, place: number): Cell {
  const { visits, passes, fails, notApplicable } = cellsOf(row)
  const score = scoreAt(row, place)
  const seen = visits[place] ?? 0
  return {
    state: score !== null ? 'scored' : seen > 0 ? 'notApplicable' : 'unvisited',
    score,
    visits: seen,
    passes: passes[place] ?? 0,
    fails: fails[place] ?? 0,
    notApplicable: notApplicable[place] ?? 0,
  }
}

/** What a cell is called, by its row and its column. */
export type CellWords = (cell: Cell, row: string, column: string) => string

/** The words of cells, looked up once for all of them. */
export function useCellWords(): ComputedRef<CellWords> {
  const { t } = useI18n()
  const names = ['row', 'column', 'score', 'passes', 'fails', 'notApplicable'] as const
  const blanks = Object.fromEntries(names.map((name) => [name, `\u0001${name}\u0001`]))
  const parts = (state: CellState) => t(`hq.heat.told.${state}`, blanks).split('\u0001')
  return computed(() => {
    const told = { scored: parts('scored'), notApplicable: parts('notApplicable'), unvisited: parts('unvisited') }
    return (cell, row, column) => {
      const values: Record<string, unknown> = { ...cell, row, column }
      // Every other part is a name that was blank.
      return told[cell.state].map((part, at) => (at % 2 === 0 ? part : String(values[part]))).join('')
    }
  })
}

/** The rows, the worst first by one column or by the mean score; without a score they come last. */
export function worstFirst(map: HeatMap, sort: string): HeatRow[] {
  const place = map.columns.findIndex(({ key }) => key === sort)
  const names = new Intl.Collator()
  const score = (row: HeatRow) => (place < 0 ? row.score : scoreAt(row, place))
  return [...map.rows].sort(
    (a, b) => (score(a) ?? Infinity) - (score(b) ?? Infinity) || names.compare(a.name, b.name) || 0,
  )
}

/** The columns side by side by section, for the heading above them. */
export function sectionSpans(map: HeatMap): { key: string; title: HeatMap['columns'][number]; span: number }[] {
  const spans: { key: string; title: HeatMap['columns'][number]; span: number }[] = []
  for (const column of map.columns) {
    const last = spans.at(-1)
    if (last?.title.section === column.section) last.span++
    else spans.push({ key: column.key, title: column, span: 1 })
  }
  return spans
}

/** Where the answers behind a cell are shown. */
export function useCellLink(): (row: string | null, column: string) => RouteLocationRaw {
  const route = useRoute()
  return (row, column) => ({
    name: 'heat-cell',
    query: { ...route.query, row: row ?? undefined, column, outcome: undefined },
  })
}

const KEY: InjectionKey<ShallowRef<HeatMap | null>> = Symbol('heat map')
export const provideMap = (map: ShallowRef<HeatMap | null>): void => provide(KEY, map)
export const useMap = (): ShallowRef<HeatMap | null> | undefined => inject(KEY)
