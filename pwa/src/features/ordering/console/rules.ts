import type { ApprovalRules } from '@/api/console/types'
import { centsOf, yuanOf } from '@/ui/console/price'

type Rule = ApprovalRules['rules'][number]
export const KINDS = [
  'amount',
  'deviation_percent',
  'deviation_cents',
  'over_budget',
  'category',
  'out_of_window',
] as const satisfies Rule['kind'][]
export const LEVELS = ['store', 'region', 'chain'] as const satisfies Rule['level'][]
const WHOLE = /^\d{1,5}$/

/** A rule as a form holds it: `over` is yuan or per cent, as the kind has it. */
export interface RuleDraft {
  key: number
  name: string
  kind: Rule['kind']
  over: string
  level: Rule['level']
  categoryId: string
  placeId: string
}

let made = 0

export const ruleDraft = (rule?: Rule): RuleDraft => ({
  key: ++made,
  name: rule?.name ?? '',
  kind: rule?.kind ?? 'amount',
  over: rule ? (rule.kind === 'deviation_percent' ? String(rule.over) : yuanOf(rule.over)) : '',
  level: rule?.level ?? 'region',
  categoryId: rule?.categoryId ?? '',
  placeId: rule?.placeId ?? '',
})

const whole = (text: string): number | null => (WHOLE.test(text.trim()) ? Number(text) : null)

/** How much over which limit, as the server takes it; null as long as it is no figure. */
function overOf({ kind, over }: RuleDraft): number | null {
  if (kind === 'out_of_window') return 0
  return kind === 'deviation_percent' ? whole(over) : centsOf(over)
}

/** A rule as the server takes it; null as long as something of it is missing. */
export function ruleForm(draft: RuleDraft) {
  const over = overOf(draft)
  if (over === null || (draft.kind === 'category' && draft.categoryId === '')) return null
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    over,
    level: draft.level,
    categoryId: draft.kind === 'category' ? draft.categoryId : null,
    placeId: draft.placeId || null,
  }
}

/** From where on a line wants a reason, and how long an order may wait, as a form holds it. */
export interface LimitsDraft {
  percent: string
  yuan: string
  minutes: string
}

export const limitsDraft = (rules: ApprovalRules): LimitsDraft => ({
  percent: String(rules.reasonPercent),
  yuan: yuanOf(rules.reasonCents),
  minutes: String(rules.escalateMinutes),
})

/** All of it as the server takes it; null as long as something is no figure. */
export function rulesForm(limits: LimitsDraft, drafts: readonly RuleDraft[]) {
  const [reasonPercent, reasonCents, escalateMinutes] = [
    whole(limits.percent),
    centsOf(limits.yuan),
    whole(limits.minutes),
  ]
  const rules = drafts.map(ruleForm)
  if (reasonPercent === null || reasonCents === null || escalateMinutes === null || rules.includes(null)) return null
  return { reasonPercent, reasonCents, escalateMinutes, rules }
}
