/** An answer that is not 2xx, as application/problem+json tells it (RFC 9457), or made up from the bare status. */
export interface Problem {
  status: number
  code: string
  title: string
  detail: string
  errors: { field: string | null; message: string }[]
  /** The server's state of the same thing, sent with a version conflict (409). */
  current?: unknown
}

export class ApiError extends Error {
  readonly problem: Problem
  /** How long the server asks to wait (Retry-After), in milliseconds. */
  readonly retryAfterMs: number | null

  constructor(problem: Problem, retryAfterMs: number | null = null) {
    super(problem.detail || problem.title)
    this.name = 'ApiError'
    this.problem = problem
    this.retryAfterMs = retryAfterMs
  }

  get status(): number {
    return this.problem.status
  }
}

/** The request got no answer of ours: no network, a time-out, or a captive portal's page. */
export class NoAnswer extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'NoAnswer'
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Read a problem from a response's body; anything unreadable becomes a problem with the status alone. */
export async function readProblem(response: Response): Promise<Problem> {
  const bare = {
    status: response.status,
    code: `http_${response.status}`,
    title: response.statusText,
    detail: '',
    errors: [],
  }
  const body: unknown = await response.json().catch(() => null)
  if (!isRecord(body)) return bare
  const errors = Array.isArray(body['errors']) ? body['errors'].filter(isRecord) : []
  return {
    status: response.status,
    code: text(body['code']) || bare.code,
    title: text(body['title']) || bare.title,
    detail: text(body['detail']),
    errors: errors.map((error) => ({ field: text(error['field']) || null, message: text(error['message']) })),
    ...('current' in body ? { current: body['current'] } : {}),
  }
}
