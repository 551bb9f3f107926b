import { ApiError, NoAnswer, readProblem } from './problem'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface Ask {
  method: Method
  path: string
  body?: unknown
  headers?: Record<string, string>
  timeoutMs?: number
}

export interface Told {
  status: number
  body: unknown
  /** The server's clock at the answer (Date header), null when a proxy removed it. */
  serverTime: number | null
}

const DEFAULT_TIMEOUT_MS = 30_000

function isOurs(response: Response): boolean {
  const type = response.headers.get('content-type') ?? ''
  // A captive portal answers 200 with a page of its own; taking that for "done" would lose the command.
  return response.status === 204 || type.includes('json')
}

/**
 * Ask the server once.
 * @throws ApiError for a problem answered by the server, NoAnswer when no answer of ours came back.
 */
export async function ask(
  { method, path, body, headers, timeoutMs }: Ask,
  fetcher: typeof fetch = fetch,
): Promise<Told> {
  let response: Response
  try {
    response = await fetcher(path, {
      method,
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs ?? DEFAULT_TIMEOUT_MS),
    })
  } catch (error) {
    throw new NoAnswer(error instanceof Error ? error.message : String(error))
  }
  const date = Date.parse(response.headers.get('date') ?? '')
  const serverTime = Number.isNaN(date) ? null : date
  if (response.ok) {
    if (!isOurs(response)) throw new NoAnswer('not an answer of this server')
    if (response.status === 204) return { status: 204, body: null, serverTime }
    try {
      return { status: response.status, body: await response.json(), serverTime }
    } catch {
      throw new NoAnswer('the answer broke off')
    }
  }
  if (response.status < 400) throw new NoAnswer(`status ${response.status}`)
  const retryAfter = response.headers.get('retry-after')
  throw new ApiError(await readProblem(response), retryAfter === null ? null : Number(retryAfter) * 1000 || null)
}
