import type { Box } from '@/api/types'

type Sureness = 'person' | 'sure' | 'likely' | 'doubtful'

const SURE = 0.7
const LIKELY = 0.45

/** How sure the model is of a box, in words of a store; a person's own box has score 1. */
export function sureness({ score }: Pick<Box, 'score'>): Sureness {
  if (score >= 1) return 'person'
  if (score >= SURE) return 'sure'
  return score >= LIKELY ? 'likely' : 'doubtful'
}
