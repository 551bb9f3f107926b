import type { Suggestion } from '@/api/types'

/** A day of the chart in the chart's own units: `x` from the left, `height` up from the floor. */
interface Bar {
  day: string
  x: number
  height: number
  /** Share of the day without anything to sell. */
  out: number
  promoted: boolean
}

export interface Chart {
  bars: Bar[]
  /** Points of the forecast, as an SVG polyline takes them. */
  forecast: string
  /** Where today begins. */
  today: number
  /** The greatest number, that the chart is as high as. */
  most: number
  step: number
}

const within = (promotions: Suggestion['promotions'], day: string) =>
  promotions.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)

/** Lay four weeks of sales and four of forecast out on a field `wide` × `high`. */
export function chartOf(why: Pick<Suggestion, 'sold' | 'expected' | 'promotions'>, wide: number, high: number): Chart {
  const sold = why.sold.map(({ quantity }) => Math.max(0, Number(quantity)))
  const most = Math.max(1, ...sold, ...why.expected.map(({ quantity }) => quantity))
  const step = wide / Math.max(1, why.sold.length + why.expected.length)
  const up = (quantity: number) => Math.round((quantity / most) * high * 10) / 10
  const at = (place: number) => Math.round(place * step * 10) / 10
  return {
    bars: why.sold.map(({ day, out }, place) => ({
      day,
      x: at(place),
      height: up(sold[place] ?? 0),
      out,
      promoted: within(why.promotions, day),
    })),
    forecast: why.expected
      .map(
        ({ quantity }, place) => `${at(why.sold.length + place + 0.5)},${Math.round((high - up(quantity)) * 10) / 10}`,
      )
      .join(' '),
    today: at(why.sold.length),
    most,
    step,
  }
}
