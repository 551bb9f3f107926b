import { ask, type Method } from './http'
import { ApiError } from './problem'
import type { Locale } from './types'

export interface Parameters {
  path?: Record<string, string>
  query?: Record<string, string | number | boolean | null | undefined | readonly string[]>
}

interface CommandOptions extends Parameters {
  body?: unknown
  key?: string
  /** How long to wait for the answer to what takes its time. */
  timeoutMs?: number
}

export interface Api {
  /** Read one resource: `read<Task>('/api/tasks/{task_id}', { path: { task_id } })`. */
  read<T>(path: string, parameters?: Parameters): Promise<T>
  /** Send one command with CSRF token and idempotency key (a new one unless given). The phone goes through the queue instead. */
  command<T>(method: Exclude<Method, 'GET'>, path: string, options?: CommandOptions): Promise<T>
}

interface Access {
  csrf(): string | null
  locale(): Locale
  /** The session has ended: ask to log in. */
  signedOut(): void
}

/** Fill `{name}` in a path and append the query; empty query values are left out, a list's come one by one. */
export function address(template: string, { path = {}, query = {} }: Parameters = {}): string {
  const filled = template.replace(/\{(\w+)(?::\w+)?\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value ?? []].flat()) if (each !== '') search.append(name, String(each))
  }
  const tail = search.toString()
  return tail === '' ? filled : `${filled}?${tail}`
}

/** The server's API for screens: answers as values, problems as ApiError. */
export function createApi(access: Access): Api {
  const send = async (
    method: Method,
    path: string,
    body: unknown,
    headers: Record<string, string>,
    timeoutMs?: number,
  ): Promise<unknown> => {
    const all = { 'Accept-Language': access.locale(), ...headers }
    try {
      return (await ask({ method, path, body, headers: all, ...(timeoutMs === undefined ? {} : { timeoutMs }) })).body
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) access.signedOut()
      throw error
    }
  }
  return {
    read: async <T>(path: string, parameters?: Parameters) =>
      (await send('GET', address(path, parameters), undefined, {})) as T,
    command: async <T>(method: Method, path: string, options: CommandOptions = {}) => {
      const csrf = access.csrf()
      const headers = {
        'Idempotency-Key': options.key ?? crypto.randomUUID(),
        ...(csrf === null ? {} : { 'X-CSRF-Token': csrf }),
      }
      return (await send(method, address(path, options), options.body ?? {}, headers, options.timeoutMs)) as T
    },
  }
}
