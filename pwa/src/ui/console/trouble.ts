import { useI18n } from 'vue-i18n'
import { ApiError, NoAnswer } from '@/api/problem'

export interface Trouble {
  /** What happened, in the server's words where it has some. */
  what: string
  /** What is safe and what to do. */
  next: string
  fields: { field: string | null; message: string }[]
}

const ADVICE: Record<number, string> = {
  403: 'hq.trouble.forbidden',
  404: 'hq.trouble.missing',
  409: 'hq.trouble.conflict',
  422: 'hq.trouble.invalid',
  429: 'hq.trouble.wait',
}

/** Tells an error as a person reads it. */
export function useTrouble(): (error: unknown) => Trouble {
  const { t } = useI18n()
  return (error) => {
    if (error instanceof NoAnswer)
      return { what: t('hq.trouble.noAnswer'), next: t('hq.trouble.noAnswerNext'), fields: [] }
    if (!(error instanceof ApiError)) return { what: t('hq.trouble.unknown'), next: t('hq.trouble.failed'), fields: [] }
    const { problem } = error
    const what = problem.detail || problem.title
    const fields = problem.errors.filter((fault) => fault.message !== what)
    return { what, next: t(ADVICE[problem.status] ?? 'hq.trouble.failed'), fields }
  }
}

/** The server's message for one field of a form ("grants.0.role"), if it named it. */
export function faultOf(error: unknown, field: string): string {
  if (!(error instanceof ApiError)) return ''
  return error.problem.errors.find((fault) => fault.field === field)?.message ?? ''
}
