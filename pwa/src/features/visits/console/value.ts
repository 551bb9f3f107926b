import { useI18n } from 'vue-i18n'
import type { Checkpoint, VisitAnswer } from '@/api/console/types'
import { useFormats } from '@/i18n/format'

/** What was entered, with its unit and limits: "4.5 °C (0–8 °C)", a choice's label, or the text. */
export function useValueText(): (checkpoint: Checkpoint, answer: VisitAnswer | null) => string {
  const { t } = useI18n()
  const formats = useFormats()
  return (checkpoint, answer) => {
    const value = answer?.value
    if (!value) return ''
    if (checkpoint.answerType === 'choice') {
      const chosen = checkpoint.choices.find((choice) => choice.code === value.choice)
      return formats.value.words(chosen?.label)
    }
    if (checkpoint.answerType === 'number' && value.number !== null && value.number !== undefined) {
      const unit = checkpoint.unit ?? ''
      const limits = t('hq.visits.limits', {
        min: formats.value.number(checkpoint.numberMin),
        max: formats.value.number(checkpoint.numberMax),
        unit,
      })
      const limited = checkpoint.numberMin !== null || checkpoint.numberMax !== null
      return `${formats.value.number(value.number, 2)} ${unit}${limited ? ` ${limits}` : ''}`
    }
    return value.text ?? ''
  }
}
