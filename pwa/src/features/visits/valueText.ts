import type { Answer, Checkpoint } from '@/api/types'
import { useFormats } from '@/i18n/format'

/** What was entered, with its unit: "4.5 °C", a choice's label, or the text; nothing for passed or not. */
export function useValueText(): (checkpoint: Checkpoint, value: Answer['value']) => string {
  const formats = useFormats()
  return ({ answerType, choices, unit }, value) => {
    if (!value) return ''
    if (answerType === 'choice') {
      const chosen = choices.find(({ code }) => code === value.choice)
      return formats.value.words(chosen?.label)
    }
    if (answerType === 'number' && value.number !== null && value.number !== undefined)
      return `${formats.value.number(value.number, 2)} ${unit ?? ''}`.trim()
    return value.text ?? ''
  }
}
