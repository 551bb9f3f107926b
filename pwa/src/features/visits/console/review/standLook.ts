import type { ReviewItem } from '@/api/console/types'
import type { Look } from '@/ui/tones'

const STAND: Record<ReviewItem['stand'], Look> = {
  waiting: { tone: 'attention', icon: 'clock', word: 'hq.reviews.stands.waiting' },
  returned: { tone: 'info', icon: 'arrowUp', word: 'hq.reviews.stands.returned' },
  approved: { tone: 'good', icon: 'check', word: 'hq.reviews.stands.approved' },
}

export const standLook = (stand: ReviewItem['stand']): Look => STAND[stand]
