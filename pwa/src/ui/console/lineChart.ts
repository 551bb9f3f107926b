import { LineChart as Line } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'

use([Line, GridComponent, MarkLineComponent, TooltipComponent, LabelLayout, SVGRenderer])

export interface Point {
  name: string
  value: number | null
  /** What the tooltip says. */
  told: string
}

export interface Threshold {
  value: number
  name: string
}

export interface LineChart {
  /** Draw points, and a dashed line at what is wanted, if anything is. */
  draw(points: Point[], wanted?: Threshold | null): void
  close(): void
}

/** A line of scores or shares of 100 in our tokens, labelled directly; `pick` gets the index of a point that was clicked. */
export function openLineChart(place: HTMLElement, pick: (index: number) => void): LineChart {
  const chart = init(place, null, { renderer: 'svg' })
  const sized = new ResizeObserver(() => chart.resize())
  sized.observe(place)
  chart.getZr().on('click', ({ offsetX, offsetY }) => {
    const [index] = chart.convertFromPixel({ gridIndex: 0 }, [offsetX, offsetY]) as [number, number]
    pick(index)
  })
  return {
    draw(points, wanted = null) {
      const style = getComputedStyle(document.documentElement)
      const token = (name: string) => style.getPropertyValue(name)
      const text = { color: token('--sw-text-soft'), fontFamily: token('--sw-font'), fontSize: 12 }
      const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
      const lowest = Math.min(wanted?.value ?? 100, ...values)
      const markOf = ({ value, name }: Threshold) => ({
        silent: true,
        symbol: 'none',
        lineStyle: { color: token('--sw-attention'), type: 'dashed', width: 1.5 },
        label: { ...text, color: token('--sw-attention'), formatter: name, position: 'insideEndBottom' },
        data: [{ yAxis: value }],
      })
      chart.setOption(
        {
          animation: false,
          grid: { left: 34, right: 28, top: 22, bottom: 26 },
          tooltip: {
            trigger: 'axis',
            backgroundColor: token('--sw-surface'),
            borderColor: token('--sw-line'),
            textStyle: { ...text, color: token('--sw-text') },
            formatter: (items: unknown) => {
              const point = points[(items as { dataIndex: number }[])[0]?.dataIndex ?? -1]
              return point ? `${point.name}<br>${point.told}` : ''
            },
          },
          xAxis: {
            type: 'category',
            data: points.map((point) => point.name),
            axisLabel: { ...text, hideOverlap: true },
            axisLine: { lineStyle: { color: token('--sw-line') } },
            axisTick: { show: false },
          },
          yAxis: {
            type: 'value',
            min: Math.max(0, Math.floor((lowest - 5) / 20) * 20),
            max: 100,
            interval: 20,
            axisLabel: text,
            splitLine: { lineStyle: { color: token('--sw-line') } },
          },
          series: [
            {
              type: 'line',
              data: points.map((point) => point.value),
              symbol: 'circle',
              symbolSize: 7,
              lineStyle: { color: token('--sw-brand'), width: 2 },
              itemStyle: { color: token('--sw-brand') },
              label: {
                show: true,
                position: 'top',
                ...text,
                color: token('--sw-text'),
                textBorderColor: token('--sw-surface'),
                textBorderWidth: 3,
              },
              labelLayout: { hideOverlap: true },
              ...(wanted ? { markLine: markOf(wanted) } : {}),
            },
          ],
        },
        true,
      )
    },
    close() {
      sized.disconnect()
      chart.dispose()
    },
  }
}
