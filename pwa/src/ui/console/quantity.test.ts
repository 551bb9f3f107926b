import { expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { useQuantities } from './quantity'

vi.mock('vue-i18n', () => ({ useI18n: () => ({ locale: ref('zh') }) }))

it('writes quantities and money with a true minus, and what is not there as a dash', () => {
  const quantities = useQuantities().value
  expect([quantities.plain('12.500'), quantities.plain('-2'), quantities.plain(null)]).toEqual(['12.5', '−2', '–'])
  expect([quantities.signed('3'), quantities.signed('-3'), quantities.signed('0')]).toEqual(['+3', '−3', '0'])
  expect(quantities.signedMoney(-600)).toBe('−¥6.00')
})
