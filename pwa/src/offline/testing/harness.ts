import 'fake-indexeddb/auto'
import type { Profile } from '@/api/types'
import { openAccountDb, openDeviceDb } from '../database'
import { deviceOf } from '../device'
import { engineOf } from '../engine'
import type { Platform } from '../platform'

export interface Heard {
  method: string
  path: string
  headers: Record<string, string>
  body: Record<string, unknown>
}

type Reply = { status?: number; body?: unknown; headers?: Record<string, string> } | 'no network'

/** A server that answers by what a test lays down for `METHOD path`, and remembers what it heard. */
class FakeServer {
  readonly heard: Heard[] = []
  readonly uploaded: string[] = []
  private readonly rules: { on: RegExp; reply: (heard: Heard, times: number) => Reply | Promise<Reply> }[] = []
  private readonly counts = new Map<string, number>()

  on(rule: RegExp, reply: Reply | ((heard: Heard, times: number) => Reply | Promise<Reply>)): this {
    this.rules.unshift({ on: rule, reply: typeof reply === 'function' ? reply : () => reply })
    return this
  }

  sent(rule: RegExp): Heard[] {
    return this.heard.filter(({ method, path }) => rule.test(`${method} ${path}`))
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const path = input as string
    const headers = Object.fromEntries(new Headers(init?.headers))
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {}
    const heard: Heard = { method: init?.method ?? 'GET', path, headers, body }
    this.heard.push(heard)
    const name = `${heard.method} ${path}`
    const times = (this.counts.get(name) ?? 0) + 1
    this.counts.set(name, times)
    const rule = this.rules.find(({ on }) => on.test(name))
    const reply = rule ? await rule.reply(heard, times) : { body: {} }
    if (reply === 'no network') throw new TypeError('Failed to fetch')
    return new Response(JSON.stringify(reply.body ?? {}), {
      status: reply.status ?? 200,
      headers: { 'Content-Type': 'application/json', ...reply.headers },
    })
  }
}

export const profileOf = (id: string): Profile => ({
  account: { id, name: id, username: id, locale: 'zh' },
  csrf: `csrf-${id}`,
  organization: { id: 'org', code: 'demo', name: '示例' },
  permissions: [],
  homeStoreId: null,
})

/** The parts that tabs of one phone share: network, clock, locks, broadcast. */
export class FakePhone {
  online = true
  clock = Date.parse('2026-11-22T08:00:00Z')
  readonly server = new FakeServer()
  private readonly hearers = new Set<(message: string) => void>()
  private tail: Promise<void> = Promise.resolve()

  platform(): Platform {
    const own = new Set<(message: string) => void>()
    return {
      fetch: this.server.fetch,
      upload: async (_url, form, progress) => {
        progress(0.5)
        await Promise.resolve()
        this.server.uploaded.push(form.get('key') as string)
        return 204
      },
      now: () => this.clock,
      online: () => this.online,
      exclusively: (_name, work) => {
        const turn = this.tail.then(work)
        this.tail = turn.catch(() => undefined)
        return turn
      },
      channel: {
        post: (message) => [...this.hearers].filter((hear) => !own.has(hear)).forEach((hear) => hear(message)),
        listen: (hear) => {
          own.add(hear)
          this.hearers.add(hear)
          return () => this.hearers.delete(hear)
        },
      },
      random: () => 0.5,
    }
  }

  /** Open the app in a tab as the account that is signed in. */
  async tab(accountId: string, platform = this.platform()) {
    const device = deviceOf(await openDeviceDb())
    if ((await device.profile()) === null) await device.remember(profileOf(accountId))
    const engine = engineOf(profileOf(accountId), await openAccountDb(accountId), device, platform)
    return { engine, device }
  }
}
