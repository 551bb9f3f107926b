import { computed, type ComputedRef } from 'vue'
import { onChange } from '@/api/console/live'
import { useListing, type Listing } from '@/api/console/resource'
import { useDesk } from '@/api/console/session'
import type { WallPhoto } from '@/api/console/types'
import type { Page } from '@/api/types'
import { useFilter } from '@/ui/console/address'
import { merged } from './merge'

const FILTERS = ['store', 'region', 'purpose', 'source', 'state', 'reused', 'below', 'from', 'to'] as const
const DAY_MS = 86_400_000

/** The photo wall by the filters in the address, kept fresh at its top; `renew` reads one photo again. */
export function useWall(): Listing<WallPhoto> & { filtered: ComputedRef<boolean>; renew(id: string): Promise<void> } {
  const { api } = useDesk()
  const filters = Object.fromEntries(FILTERS.map((name) => [name, useFilter(name)]))
  const value = (name: (typeof FILTERS)[number]) => filters[name]?.value ?? ''

  /** The start of a day of this desk's calendar, `after` days on. */
  function dayStart(day: string, after = 0): string {
    return day === '' ? '' : new Date(new Date(`${day}T00:00:00`).getTime() + after * DAY_MS).toISOString()
  }
  const read = (cursor: string | null): Promise<Page<WallPhoto>> =>
    api.read('/api/photos/wall', {
      query: {
        store: value('store'),
        region: value('region'),
        purpose: value('purpose'),
        source: value('source'),
        state: value('state'),
        reused: value('reused'),
        below: value('below'),
        since: dayStart(value('from')),
        until: dayStart(value('to'), 1),
        cursor,
      },
    })
  const listing = useListing<WallPhoto>(read, { of: Object.values(filters) })

  onChange(['photos.', 'shelves.'], () => {
    const before = listing.rows.value
    if (before === null) return
    void read(null).then(({ items }) => {
      // Another filter, or further pages meanwhile: they are fresh.
      if (listing.rows.value === before) listing.rows.value = merged(before, items)
    })
  })

  async function renew(id: string): Promise<void> {
    const photo = await api.read<WallPhoto>('/api/photos/{id}', { path: { id } })
    listing.rows.value = listing.rows.value?.map((row) => (row.id === id ? { ...row, ...photo } : row)) ?? null
  }
  return { ...listing, filtered: computed(() => FILTERS.some((name) => value(name) !== '')), renew }
}
