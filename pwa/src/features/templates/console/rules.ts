import { useI18n } from 'vue-i18n'
import type { Checkpoint } from '@/api/console/types'
import { useFormats } from '@/i18n/format'

/** A question's rules in one line: "Number 0–8 °C · weight 3 · photo when it fails". */
export function useRules(): (checkpoint: Checkpoint) => string {
  const { t } = useI18n()
  const formats = useFormats()
  return (checkpoint) => {
    const { number, percent, words } = formats.value
    const parts = [t(`hq.templates.answer.${checkpoint.answerType}`)]
    if (checkpoint.numberMin !== null || checkpoint.numberMax !== null) {
      parts.push(`${number(checkpoint.numberMin)} ~ ${number(checkpoint.numberMax)} ${checkpoint.unit ?? ''}`)
    }
    if (checkpoint.choices.length > 0) parts.push(checkpoint.choices.map((choice) => words(choice.label)).join(' / '))
    if (checkpoint.shelf) parts.push(t('hq.templates.shelfRule', { share: percent(checkpoint.minAvailability) }))
    parts.push(t('hq.visits.weight', { weight: checkpoint.weight }))
    if (checkpoint.photoRule !== 'none') parts.push(t(`hq.templates.photo.${checkpoint.photoRule}`))
    if (checkpoint.live) parts.push(t('hq.templates.liveRule'))
    if (!checkpoint.required) parts.push(t('hq.templates.optional'))
    return parts.join(' · ')
  }
}
