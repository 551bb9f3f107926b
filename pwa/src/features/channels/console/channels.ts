import type { Channel } from '@/api/console/types'

/** In the order that a chain in the mainland would choose. */
export const CHANNELS: readonly Channel[] = ['wecom', 'webpush', 'webhook']
