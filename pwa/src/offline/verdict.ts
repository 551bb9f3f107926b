import { ApiError, NoAnswer, type Problem } from '@/api/problem'
import type { Refusal } from './records'

/** What an unsuccessful attempt means for the command. */
export type Verdict =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'login' }
  /** Try again; `everything` when no other command would fare better. */
  | { kind: 'later'; afterMs: number | null; everything: boolean }

const PASSING = new Set([408, 425, 429])

function hasVersion(value: unknown): value is { version: number } {
  return typeof value === 'object' && value !== null && typeof (value as { version?: unknown }).version === 'number'
}

function refusalOf(problem: Problem): Refusal {
  return {
    status: problem.status,
    code: problem.code,
    message: problem.detail || problem.title,
    fields: problem.errors,
    current: problem.status === 409 && hasVersion(problem.current) ? problem.current : null,
  }
}

/** Judge what an attempt threw; errors of our own code are thrown on. */
export function judge(error: unknown): Verdict {
  if (error instanceof NoAnswer) return { kind: 'later', afterMs: null, everything: true }
  if (!(error instanceof ApiError)) throw error
  if (error.status === 401) return { kind: 'login' }
  if (PASSING.has(error.status) || error.status >= 500) {
    return { kind: 'later', afterMs: error.retryAfterMs, everything: error.status === 429 }
  }
  return { kind: 'refused', refusal: refusalOf(error.problem) }
}
