import type { InjectionKey, ShallowRef } from 'vue'
import type { HealthList } from '@/api/console/types'
import type { HealthDimension } from '@/ui/health'

export const PARTS: HealthDimension['dimension'][] = [
  'inspection',
  'rectification',
  'availability',
  'stock',
  'freshness',
  'self_checks',
]
/** The list that the page has read, for the drawer beside it. */
export const HEALTH: InjectionKey<ShallowRef<HealthList | null>> = Symbol('health')

/** The dimensions by their field of the rule. */
export const FIELDS = [
  { field: 'inspection', dimension: 'inspection' },
  { field: 'rectification', dimension: 'rectification' },
  { field: 'availability', dimension: 'availability' },
  { field: 'stock', dimension: 'stock' },
  { field: 'freshness', dimension: 'freshness' },
  { field: 'selfChecks', dimension: 'self_checks' },
] as const
export type WeightField = (typeof FIELDS)[number]['field']
/** What a dimension weighs that is let in and weighed nothing before. */
export const FIRST_WEIGHT = 10
