import type { SuggestionLine } from '@/api/types'
import type { AccountDb } from '../database'
import type { KeptSuggestions } from './keep'

/** What says something of the stock. */
const TELLING = new Set<SuggestionLine['attention'][number]>(['below_zero', 'out_of_stock', 'counted', 'spoils'])

/** The ids of a store's counts that take lines, those that were begun on this phone included. */
export async function countsAt(db: AccountDb, storeId: string): Promise<string[]> {
  const [counts, commands] = await Promise.all([db.getAll('counts'), db.getAll('commands')])
  const open = counts.filter((count) => count.storeId === storeId && ['open', 'recount'].includes(count.status))
  const begun = commands.filter(
    ({ kind, state, body }) => kind === 'count.open' && state !== 'refused' && body['storeId'] === storeId,
  )
  return [...new Set([...open.map(({ id }) => id), ...begun.map(({ body }) => String(body['id']))])].sort()
}

/** The same without any figure of the stock. */
export const withheld = (known: KeptSuggestions): KeptSuggestions => ({
  ...known,
  told: {
    ...known.told,
    lines: known.told.lines.map((line) => ({
      ...line,
      arithmetic: null,
      outDays: 0,
      attention: line.attention.filter((flag) => !TELLING.has(flag)),
    })),
  },
  rebalances: known.rebalances.map((each) => ({
    ...each,
    lines: each.lines.map((line) => ({ ...line, arithmetic: null })),
  })),
})
