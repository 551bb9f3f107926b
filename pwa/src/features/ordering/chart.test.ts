import { expect, test } from 'vitest'
import { chartOf } from './chart'

test('bars stand on the floor, as high as what was sold; the forecast goes on where they end', () => {
  const chart = chartOf(
    {
      sold: [
        { day: '2026-11-20', quantity: '4', out: 0 },
        { day: '2026-11-21', quantity: '-1', out: 0.5 },
      ],
      expected: [
        { day: '2026-11-22', quantity: 8 },
        { day: '2026-11-23', quantity: 2 },
      ],
      promotions: [{ name: '特价', kind: 'price', firstDay: '2026-11-21', lastDay: '2026-11-30', discount: 0.8 }],
    },
    400,
    80,
  )
  expect(chart.bars).toEqual([
    { day: '2026-11-20', x: 0, height: 40, out: 0, promoted: false },
    { day: '2026-11-21', x: 100, height: 0, out: 0.5, promoted: true },
  ])
  expect([chart.today, chart.most, chart.step]).toEqual([200, 8, 100])
  expect(chart.forecast).toBe('250,0 350,60')
})
