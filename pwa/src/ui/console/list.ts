import { computed, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useListing, type Listing } from '@/api/console/resource'
import type { Page } from '@/api/types'
import { useDetails, type Details } from './address'

/** A page's list, its open detail, and what it says when there is nothing to list. */
export interface List<T> extends Listing<T>, Details {
  empty: ComputedRef<{ title: string; hint: string }>
}

interface Kind<T> {
  /** What an unfiltered list says when there is nothing: what will appear, and the one thing to do. */
  empty: [title: string, hint: string]
  /** The routes of the list and of a detail. */
  routes: [list: string, detail: string]
  read: (cursor: string | null) => Promise<Page<T>>
  /** Read anew when one changes; with one set, an empty list only means that nothing matches. */
  filters?: Ref<string>[]
  live: readonly string[]
}

/** The list that a page is about, as `ListTable` shows it: read page by page, filtered by the address, kept fresh. */
export function useList<T>({ empty: [title, hint], routes, read, filters = [], live }: Kind<T>): List<T> {
  const { t } = useI18n()
  const empty = computed(() =>
    filters.some(({ value }) => value !== '')
      ? { title: t('hq.noMatch'), hint: t('hq.noMatchHint') }
      : { title: t(title), hint: t(hint) },
  )
  return { ...useListing(read, { of: filters, live }), ...useDetails(...routes), empty }
}
