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
