import type { WasteReason } from '@/api/types'

export const REASONS = [
  'expired',
  'damaged',
  'spoiled',
  'neglect',
  'theft',
  'tasting',
  'disaster',
  'other',
] as const satisfies WasteReason[]

/** What leaves nothing to take a photo of. */
export const needsPhoto = (reason: WasteReason | null): boolean => reason !== 'theft' && reason !== 'tasting'

/** Loss through mismanagement, whose input tax has to be given back; the server decides, this warns. */
export const losesTax = (reason: WasteReason | null): boolean => reason === 'neglect' || reason === 'theft'
