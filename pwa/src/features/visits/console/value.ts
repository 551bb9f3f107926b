import { useI18n } from 'vue-i18n'
import type { Checkpoint, VisitAnswer } from '@/api/console/types'
import { useFormats } from '@/i18n/format'
import { useValueText } from '../valueText'

/** What was entered, a number with its limits: "4.5 °C (0–8 °C)". */
export function useLimitedValue(): (checkpoint: Checkpoint, answer: VisitAnswer | null) => string {
  const { t } = useI18n()
  const formats = useFormats()
  const valueText = useValueText()
  return (checkpoint, answer) => {
    const entered = valueText(checkpoint, answer?.value ?? null)
    const { answerType, numberMin, numberMax, unit } = checkpoint
    if (!entered || answerType !== 'number' || (numberMin === null && numberMax === null)) return entered
    const [min, max] = [formats.value.number(numberMin), formats.value.number(numberMax)]
    return `${entered} ${t('hq.visits.limits', { min, max, unit: unit ?? '' })}`
  }
}
