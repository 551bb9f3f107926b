import type { Rebalance, RebalanceReason, RefuseRebalanceForm, Words } from '@/api/types'
import type { Command, Draft } from '../records'

/** A transfer that is suggested, and whether somebody has said something to it here that the server may not know. */
export interface RebalanceView {
  rebalance: Rebalance
  /** Its command that waits here, was refused, or went a moment ago. */
  said: Command | null
}

const about = ({ fromName, toName }: Rebalance): Words => {
  const name = `${fromName} → ${toName}`
  return { zh: name, en: name }
}

const draft = (rebalance: Rebalance, step: 'acceptance' | 'refusal') => {
  const path = `/api/transfer-suggestions/${rebalance.id}/${step}`
  const rest = { method: 'POST', path, target: path, about: about(rebalance) } as const
  return { lane: `rebalance:${rebalance.id}`, ...rest }
}

/** Ask for the transfer that is suggested. */
export const acceptDraft = (rebalance: Rebalance): Draft => ({
  kind: 'rebalance.accept',
  ...draft(rebalance, 'acceptance'),
  body: {},
})

/** Say why the goods do not move. */
export function refuseDraft(rebalance: Rebalance, reason: RebalanceReason): Draft {
  const body: RefuseRebalanceForm = { reason }
  return { kind: 'rebalance.refuse', ...draft(rebalance, 'refusal'), body: { ...body } }
}

/** What is suggested on a store's day from it or to it and not decided, what it would get first. */
export function rebalancesWith(
  kept: Rebalance[],
  commands: readonly Command[],
  { storeId, day }: { storeId: string; day: string },
): RebalanceView[] {
  const views = kept
    .filter(
      (each) =>
        each.state === 'open' && each.day === day && (each.fromStoreId === storeId || each.toStoreId === storeId),
    )
    .map((rebalance) => ({
      rebalance,
      said: commands.findLast(({ lane }) => lane === `rebalance:${rebalance.id}`) ?? null,
    }))
  const gets = ({ rebalance }: RebalanceView) => (rebalance.toStoreId === storeId ? 0 : 1)
  return views.sort((a, b) => gets(a) - gets(b) || b.rebalance.savedCents - a.rebalance.savedCents)
}
