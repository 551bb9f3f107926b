import { expect, it } from 'vitest'
import type { CountRule } from '@/api/console/types'
import { draftOf, formOf, withCategory } from './limits'

const rule: CountRule = {
  recountQuantity: '10',
  recountCents: 10_050,
  recountPercent: 30,
  approvalCents: 0,
  categories: [{ categoryId: 'wine', recountQuantity: '1', recountCents: 0, recountPercent: 0 }],
}

it('what was read goes back as it was', () => {
  expect(formOf(draftOf(rule))).toEqual(rule)
})

it('a further category begins with what holds for all others, and wants its name', () => {
  const draft = draftOf(rule)
  const more = { ...draft, categories: withCategory(draft) }
  expect(more.categories[1]).toEqual({ key: 1, categoryId: '', quantity: '10', yuan: '100.50', percent: '30' })
  expect(formOf(more)).toBeNull()
})

it('what is no figure goes nowhere', () => {
  for (const wrong of [{ quantity: 'a' }, { yuan: '1.234' }, { percent: '-1' }, { approval: '' }])
    expect(formOf({ ...draftOf(rule), ...wrong })).toBeNull()
})
