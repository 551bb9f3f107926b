import { expect, it } from 'vitest'
import { changedFields, shown } from './changes'

const change = (field: string, old: unknown, now: unknown) => ({ table: 'task', id: null, field, old, new: now })

it('leaves out bookkeeping and what did not change', () => {
  const changes = [
    change('version', 1, 2),
    change('status', 'open', 'answered'),
    change('note', '', null),
    change('org_id', null, 'x'),
  ]
  expect(changedFields(changes).map((one) => one.field)).toEqual(['status'])
})

it('tells facts before references', () => {
  const id = '01a2016a-53d5-7341-8f46-aed4951b98e9'
  const fields = changedFields([change('store_id', null, id), change('note', null, 'wet floor')]).map(
    (one) => one.field,
  )
  expect(fields).toEqual(['note', 'store_id'])
})

it('writes structures as JSON and cuts what is long', () => {
  expect(shown({ zh: '店' })).toBe('{"zh":"店"}')
  expect(shown({ zh: '店', en: 'Shop' }, 'en')).toBe('Shop')
  expect(shown(false)).toBe('false')
  expect(shown(null)).toBe('')
  expect(shown([])).toBe('')
  expect(shown('x'.repeat(200))).toHaveLength(121)
})
