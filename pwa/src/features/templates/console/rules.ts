import { useI18n } from 'vue-i18n'
import type { Checkpoint, Template } from '@/api/console/types'
import { useFormats } from '@/i18n/format'
import { useFormatsTold } from './formats'

/** A question's rules in one line: "Number 0–8 °C · weight 3 · photo when it fails". */
export function useRules(): (checkpoint: Checkpoint) => string {
  const { t } = useI18n()
  const formats = useFormats()
  const told = useFormatsTold()
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
    if (checkpoint.minPhotos > 1) parts.push(t('hq.templates.photosAtLeast', { count: checkpoint.minPhotos }))
    if (checkpoint.live) parts.push(t('hq.templates.liveRule'))
    if (checkpoint.noteRule !== 'none') parts.push(t(`hq.templates.note.${checkpoint.noteRule}`))
    if (!checkpoint.required) parts.push(t('hq.templates.optional'))
    if (checkpoint.formats.length > 0) parts.push(told(checkpoint.formats))
    return parts.join(' · ')
  }
}

/** When a question is asked: "Asked if “Pests?” is Fail"; nothing where it always is. */
export function useAsking(template: () => Template | null): (checkpoint: Checkpoint) => string {
  const { t } = useI18n()
  const formats = useFormats()
  return ({ condition }) => {
    const all = template()?.sections.flatMap((section) => section.checkpoints) ?? []
    const before = all.find(({ key }) => key === condition?.key)
    if (!condition || !before) return ''
    const choices = before.choices.filter(({ code }) => condition.choices.includes(code))
    const answers = [
      ...condition.outcomes.map((outcome) => t(`answer.${outcome}`)),
      ...choices.map(({ label }) => formats.value.words(label)),
    ].join(' / ')
    return t('hq.templates.asksIf', { title: formats.value.words(before.title), answers })
  }
}
