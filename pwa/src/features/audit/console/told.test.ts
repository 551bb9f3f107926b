import { createI18n } from 'vue-i18n'
import { expect, it } from 'vitest'
import audit from '@/i18n/audit/zh.json'
import desk from '@/i18n/console/zh.json'
import shared from '@/i18n/shared/zh.json'
import { fieldCalled, tableCalled, told, type Telling } from './told'

const i18n = createI18n({ legacy: false, locale: 'zh', messages: { zh: {} } })
for (const messages of [shared, desk, audit]) i18n.global.mergeLocaleMessage('zh', messages)
const telling: Telling = {
  locale: 'zh',
  t: (key) => i18n.global.t(key),
  te: (key) => i18n.global.te(key),
  money: (cents) => `¥${cents / 100}`,
}
const change = (table: string, field: string, now: unknown) => ({ table, id: null, field, old: null, new: now })
const say = (table: string, field: string, now: unknown) => told(change(table, field, now), now, telling)

it('calls tables and columns as the product does, and a column that differs in a table as it is meant there', () => {
  const number = change('purchase_order', 'number', 'P1')
  expect([tableCalled(number, telling), fieldCalled(number, telling)]).toEqual(['采购单', '单号'])
  expect(fieldCalled(change('order_shipment', 'number', 1), telling)).toBe('序号')
  expect(fieldCalled(change('later', 'not_known_yet', 1), telling)).toBe('not known yet')
})

it('tells codes in words, one or several, and one that it does not know as it is', () => {
  expect(say('inspection', 'status', 'planned')).toBe('待巡')
  expect(say('photo', 'content_type', 'image/jpeg')).toBe('JPEG 图片')
  expect(say('role', 'permissions', ['*', 'stores.read'])).toBe('全部权限、查看门店')
  expect(say('inspection_schedule', 'weekdays', [1, 5])).toBe('周一、周五')
  expect(say('order_delivery', 'weekdays', 0b1000001)).toBe('周一、周日')
  expect(say('task', 'kind', 'of_tomorrow')).toBe('of_tomorrow')
})

it('tells yes and no in words, cents as money, decimals without idle zeros and moments in full, and leaves the rest', () => {
  expect(say('task', 'critical', false)).toBe('否')
  expect(say('waste_rule', 'approval_cents', 20000)).toBe('¥200')
  const quantities = ['24.0000', '0.5000', '-1.250', '100', '0.0000']
  expect(quantities.map((each) => say('order_shipment_line', 'shipped', each))).toEqual([
    '24',
    '0.5',
    '-1.25',
    '100',
    '0',
  ])
  expect(say('order_shipment_line', 'lot_code', '1.10')).toBe('1.10')
  expect(say('task', 'due_at', '2026-11-22T02:30:15Z')).toMatch(/^2026年11月2\d日/)
  expect(say('inspection', 'business_date', '2026-11-22')).toBe('2026-11-22')
  expect(say('stock_lot', 'code', '2026-11')).toBe('2026-11')
  expect(say('task', 'accepted_at', null)).toBe('')
})
