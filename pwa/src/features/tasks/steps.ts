import { useI18n } from 'vue-i18n'
import type { Step } from '@/api/types'
import { useFormats } from '@/i18n/format'

/** What happened in a step of a task's way, in words. */
export function useStepText(): (step: Step) => string {
  const { t, locale } = useI18n()
  const f = useFormats()
  return (step) => {
    const said = {
      to: step.toName ?? '',
      due: f.value.dateTime(step.dueAt),
      cause: step.reason ? t(`task.cause.${step.reason}`) : '',
      level: step.level ?? '',
    }
    return [
      t(`task.step.${keyOf(step)}`, said),
      ...step.declined.map((why) => t(`task.step.declined.${why}`, said)),
    ].join(locale.value === 'zh' ? '；' : '; ')
  }
}

/** The words of a step: whoever sees a fault again may ask for somebody, or for a time. */
function keyOf({ kind, toName, dueAt }: Step): string {
  if (kind === 'opened' && toName) return 'openedTo'
  if (kind !== 'finding_repeated' || (!toName && !dueAt)) return kind
  if (!dueAt) return 'repeatedTo'
  return toName ? 'repeatedBoth' : 'repeatedDue'
}

/** The photos of a step: of the finding, the answer or the comment that it is about. */
export function photosOf(task: Parts, step: Step): string[] {
  const all = [...task.findings, ...task.responses, ...task.comments]
  return all.find(({ id }) => id === step.refId)?.photos ?? []
}

interface Parts {
  findings: { id: string; photos: string[] }[]
  responses: { id: string; photos: string[]; note: string }[]
  comments: { id: string; photos: string[] }[]
}

/** What was said with a step; the words of an answer stand with the answer. */
export function saidIn(task: Parts, step: Step): string {
  return step.note ?? task.responses.find(({ id }) => id === step.refId && step.kind === 'answered')?.note ?? ''
}
