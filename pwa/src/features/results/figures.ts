import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { OrderingResults } from '@/api/types'
import { useFormats } from '@/i18n/format'

type Results = OrderingResults['now']
export interface Told {
  key: string
  label: string
  value: string
  note: string
  change: { text: string; good: boolean } | null
}

const POINTS = 100

/** 0.0172 → 1.7%: rates of stock and waste are small, whole per cents would hide them. */
export function useShare(): ComputedRef<(share: number | null | undefined) => string> {
  const formats = useFormats()
  return computed(
    () => (share) => (share === null || share === undefined ? '–' : `${formats.value.number(share * POINTS)}%`),
  )
}

/** How long people let orders wait: minutes, or hours and minutes. */
export function useWait(): ComputedRef<(seconds: number | null | undefined) => string> {
  const { t } = useI18n()
  return computed(() => (seconds) => {
    if (seconds === null || seconds === undefined) return '–'
    const minutes = Math.round(seconds / 60)
    return minutes < 60
      ? t('orderResults.minutes', { minutes })
      : t('orderResults.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  })
}

/** By how much a figure went up or down, as people say it; null where there is nothing to compare, or no change. */
export function changed(
  now: number | null | undefined,
  before: number | null | undefined,
  step: number,
): number | null {
  if (now === null || now === undefined || before === null || before === undefined) return null
  const by = Math.round((now - before) / step) * step
  return by === 0 ? null : by
}

/** The six figures of ordering with how they went against the days before, the same on the phone and at a desk. */
export function useFigures(told: () => OrderingResults | null): ComputedRef<Told[]> {
  const { t } = useI18n()
  const formats = useFormats()
  const share = useShare()
  const wait = useWait()
  type Change = (now: Results, before: Results) => Told['change']
  const points =
    (of: (results: Results) => number | null | undefined, rising: boolean): Change =>
    (now, before) => {
      const by = changed(of(now), of(before), 0.001)
      if (by === null) return null
      const size = formats.value.number(Math.abs(by) * POINTS)
      return {
        text: t(by > 0 ? 'orderResults.upPoints' : 'orderResults.downPoints', { size }),
        good: by > 0 === rising,
      }
    }
  const amount =
    (
      of: (results: Results) => number | null | undefined,
      step: number,
      said: (size: number) => string,
      rising: boolean,
    ): Change =>
    (now, before) => {
      const by = changed(of(now), of(before), step)
      if (by === null) return null
      return {
        text: t(by > 0 ? 'orderResults.up' : 'orderResults.down', { size: said(Math.abs(by)) }),
        good: by > 0 === rising,
      }
    }
  return computed(() => {
    const results = told()
    if (results === null) return []
    const { now, before } = results
    const figure = (key: string, value: string, note: string, change: Change): Told => ({
      key,
      label: t(`orderResults.figure.${key}`),
      value,
      note,
      change: change(now, before),
    })
    return [
      figure(
        'accuracy',
        share.value(now.accuracy.humanAccuracy),
        t('orderResults.suggestedWas', { share: share.value(now.accuracy.systemAccuracy), lines: now.accuracy.lines }),
        points((each) => each.accuracy.humanAccuracy, true),
      ),
      figure(
        'overrides',
        now.overrides.lines === 0 ? '–' : formats.value.money(now.overrides.valueAddedCents),
        t(`orderResults.verdict.${now.overrides.verdict}`, {
          lines: now.overrides.lines,
          helped: now.overrides.helped,
        }),
        amount(
          (each) => (each.overrides.lines === 0 ? null : each.overrides.valueAddedCents),
          1,
          (cents) => formats.value.money(cents),
          true,
        ),
      ),
      figure(
        'out',
        share.value(now.stock?.outRate),
        t('orderResults.outOf', { out: now.stock?.outDays ?? 0, days: now.stock?.productDays ?? 0 }),
        points((each) => each.stock?.outRate, false),
      ),
      figure(
        'stock',
        now.stock?.stockDays == null
          ? '–'
          : t('orderResults.days', { days: formats.value.number(now.stock.stockDays) }),
        t('orderResults.stockNote'),
        amount(
          (each) => each.stock?.stockDays,
          0.1,
          (days) => t('orderResults.days', { days: formats.value.number(days) }),
          false,
        ),
      ),
      figure(
        'waste',
        share.value(now.stock?.perishedRate),
        t('orderResults.wasteNote', {
          waste: formats.value.money(now.stock?.perishedCents),
          sales: formats.value.money(now.stock?.salesCents),
        }),
        points((each) => each.stock?.perishedRate, false),
      ),
      figure(
        'approvals',
        wait.value(now.approvals?.waitedMedianS),
        t('orderResults.approvalNote', {
          ninth: wait.value(now.approvals?.waitedP90S),
          share: share.value(now.approvals?.byRulesShare),
        }),
        amount(
          (each) => each.approvals?.waitedMedianS,
          60,
          (seconds) => wait.value(seconds),
          false,
        ),
      ),
    ]
  })
}
