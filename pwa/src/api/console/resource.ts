import { onScopeDispose, shallowRef, watch, type ShallowRef, type WatchSource } from 'vue'
import type { Page } from '../types'
import { onChange } from './live'

export interface Resource<T> {
  /** What was last read; it stays while it is read again. */
  data: ShallowRef<T | null>
  error: ShallowRef<unknown>
  loading: ShallowRef<boolean>
  reload(): Promise<void>
}

interface Reading {
  /** Read anew, from nothing, when this changes (an id, filters). */
  of?: WatchSource | WatchSource[]
  /** Kinds of changes after which to read again. */
  live?: readonly string[]
}

/** One thing read from the server, kept fresh; an answer that was overtaken by a later question is dropped. */
export function useResource<T>(read: () => Promise<T>, { of, live }: Reading = {}): Resource<T> {
  const data = shallowRef<T | null>(null)
  const error = shallowRef<unknown>(null)
  const loading = shallowRef(true)
  let asked = 0

  async function reload(): Promise<void> {
    const mine = ++asked
    loading.value = true
    try {
      const answer = await read()
      if (mine !== asked) return
      data.value = answer
      error.value = null
    } catch (caught) {
      if (mine === asked) error.value = caught
    } finally {
      if (mine === asked) loading.value = false
    }
  }
  if (of) {
    watch(of, () => {
      data.value = null
      void reload()
    })
  }
  if (live) onChange(live, () => void reload())
  onScopeDispose(() => asked++)
  void reload()
  return { data, error, loading, reload }
}

export interface Listing<T> extends Omit<Resource<T[]>, 'data'> {
  rows: ShallowRef<T[] | null>
  hasMore: ShallowRef<boolean>
  more(): Promise<void>
}

/** A list read page by page; reading it again reads as many pages as are shown. */
export function useListing<T>(read: (cursor: string | null) => Promise<Page<T>>, reading: Reading = {}): Listing<T> {
  const next = shallowRef<string | null>(null)
  const hasMore = shallowRef(false)
  let pages = 1

  const keep = (cursor: string | null) => {
    next.value = cursor
    hasMore.value = cursor !== null
  }
  async function readAll(): Promise<T[]> {
    const rows: T[] = []
    let cursor: string | null = null
    for (let page = 0; page < pages; page++) {
      const part: Page<T> = await read(cursor)
      rows.push(...part.items)
      cursor = part.next
      if (cursor === null) break
    }
    keep(cursor)
    return rows
  }
  if (reading.of) watch(reading.of, () => (pages = 1), { flush: 'sync' })
  const all = useResource(readAll, reading)

  async function more(): Promise<void> {
    const before = all.data.value
    if (all.loading.value || before === null || next.value === null) return
    all.loading.value = true
    try {
      const part = await read(next.value)
      // Read again or filtered meanwhile: this part belongs to a list that is gone.
      if (all.data.value !== before) return
      all.data.value = [...before, ...part.items]
      pages++
      keep(part.next)
    } catch (caught) {
      all.error.value = caught
    } finally {
      all.loading.value = false
    }
  }
  return { rows: all.data, error: all.error, loading: all.loading, reload: all.reload, hasMore, more }
}
