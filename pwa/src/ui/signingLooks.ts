import type { Dispute, Signing } from '@/api/types'
import type { Look } from './tones'

const SIGNING: Record<Signing['state'], Look> = {
  waiting: { tone: 'info', icon: 'clock', word: 'signing.state.waiting' },
  signed: { tone: 'good', icon: 'pencil', word: 'signing.state.signed' },
  unanswered: { tone: 'attention', icon: 'alert', word: 'signing.state.unanswered' },
}

const DISPUTE: Record<Dispute['status'], Look> = {
  open: { tone: 'attention', icon: 'clock', word: 'dispute.status.open' },
  upheld: { tone: 'unknown', icon: 'minus', word: 'dispute.status.upheld' },
  granted: { tone: 'good', icon: 'check', word: 'dispute.status.granted' },
}

export const signingLook = (state: Signing['state']): Look => SIGNING[state]
export const disputeLook = (status: Dispute['status']): Look => DISPUTE[status]

/** Until when findings may be disputed, or when that was over. */
export const disputableWord = (until: string) => (Date.parse(until) > Date.now() ? 'signing.until' : 'signing.over')
