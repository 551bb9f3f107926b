import type { CountItem, PlanCounts } from '@/api/console/types'

export interface ZoneDraft {
  key: number
  name: string
  place: 'shelf' | 'back_room'
}

/** A plan as it is filled in. */
export interface PlanDraft {
  title: string
  kind: CountItem['kind']
  storeIds: string[]
  categoryIds: string[]
  productIds: string[]
  zones: ZoneDraft[]
  from: Date | null
  until: Date | null
}

export const wantsProducts = (kind: PlanDraft['kind']): boolean => kind === 'spot' || kind === 'cycle'

/** Whether everything that the kind of count asks for is there. */
export function isReady(draft: PlanDraft): boolean {
  const scoped =
    draft.kind === 'category' ? draft.categoryIds.length > 0 : !wantsProducts(draft.kind) || draft.productIds.length > 0
  const named = draft.zones.length > 0 && draft.zones.every(({ name }) => name.trim() !== '')
  return draft.title.trim() !== '' && draft.storeIds.length > 0 && scoped && named
}

/** A plan as it is sent: what belongs to another kind of count is left out. */
export function planOf(draft: PlanDraft): PlanCounts {
  return {
    kind: draft.kind,
    title: draft.title.trim(),
    storeIds: draft.storeIds,
    categoryIds: draft.kind === 'category' ? draft.categoryIds : [],
    productIds: wantsProducts(draft.kind) ? draft.productIds : [],
    zones: draft.zones.map(({ name, place }) => ({ name: name.trim(), place })),
    windowFrom: draft.from?.toISOString() ?? null,
    windowUntil: draft.until?.toISOString() ?? null,
  }
}
