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
  const changes = [change('store_id', null, id), change('lot_ids', [], [id, id]), change('note', null, 'wet floor')]
  expect(changedFields(changes).map((one) => one.field)).toEqual(['note', 'store_id', 'lot_ids'])
})

it('writes lists, structures as JSON, and cuts what is long', () => {
  expect(shown({ zh: '店' })).toBe('{"zh":"店"}')
  expect(shown({ zh: '店', en: 'Shop' }, 'en')).toBe('Shop')
  expect(shown(false)).toBe('false')
  expect(shown(null)).toBe('')
  expect(shown([])).toBe('')
  expect(shown(['条码', '名称'], 'zh')).toBe('条码、名称')
  expect(shown([{ x: 1 }])).toBe('[{"x":1}]')
  expect(shown('x'.repeat(200))).toHaveLength(121)
})
