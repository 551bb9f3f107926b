import type { CountRule, CountRuleForm } from '@/api/console/types'
import { centsOf, yuanOf } from '@/ui/console/price'

/** From where on a variance is counted again, as it is typed. */
export interface LimitsDraft {
  quantity: string
  yuan: string
  percent: string
}

/** Limits of one category; `key` stays with the line. */
export interface CategoryDraft extends LimitsDraft {
  key: number
  categoryId: string
}

export interface RuleDraft extends LimitsDraft {
  approval: string
  categories: CategoryDraft[]
}

type Limits = Pick<CountRule, 'recountQuantity' | 'recountCents' | 'recountPercent'>
const PERCENT = /^\d{1,4}$/
const QUANTITY = /^\d{1,7}(\.\d{1,3})?$/

const typed = ({ recountQuantity, recountCents, recountPercent }: Limits): LimitsDraft => ({
  quantity: recountQuantity,
  yuan: yuanOf(recountCents),
  percent: String(recountPercent),
})

/** What was typed as the server takes it; null as long as some of it is no figure. */
function limitsOf({ quantity, yuan, percent }: LimitsDraft): Limits | null {
  const recountCents = centsOf(yuan)
  if (recountCents === null || !QUANTITY.test(quantity.trim()) || !PERCENT.test(percent.trim())) return null
  return { recountQuantity: quantity.trim(), recountCents, recountPercent: Number(percent) }
}

export const draftOf = (rule: CountRule): RuleDraft => ({
  ...typed(rule),
  approval: yuanOf(rule.approvalCents),
  categories: rule.categories.map((each, key) => ({ ...typed(each), key, categoryId: each.categoryId })),
})

/** A further category, with what holds for all others to begin with. */
export function withCategory({ quantity, yuan, percent, categories }: RuleDraft): CategoryDraft[] {
  const key = Math.max(-1, ...categories.map((each) => each.key)) + 1
  return [...categories, { quantity, yuan, percent, key, categoryId: '' }]
}

export function formOf(draft: RuleDraft): CountRuleForm | null {
  const [limits, approvalCents] = [limitsOf(draft), centsOf(draft.approval)]
  const categories = draft.categories.flatMap((each) => {
    const own = limitsOf(each)
    return own && each.categoryId !== '' ? [{ ...own, categoryId: each.categoryId }] : []
  })
  if (limits === null || approvalCents === null || categories.length < draft.categories.length) return null
  return { ...limits, approvalCents, categories }
}
