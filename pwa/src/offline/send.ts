import { address, type Parameters } from '@/api/client'
import type { ReadAnswer, ReadPath } from '@/api/contract'
import { ask, type Told } from '@/api/http'
import { ApiError, NoAnswer } from '@/api/problem'
import type { Profile } from '@/api/types'
import type { Device } from './device'
import type { Platform } from './platform'
import type { Command } from './records'

/** Somebody else is signed in on this device now; nothing of this account may go out. */
export class OtherAccount extends Error {
  constructor() {
    super('another account is signed in')
    this.name = 'OtherAccount'
  }
}

/** Whether network, server or another log-in explains an error; anything else is a fault of ours and is thrown on. */
export function outOfReach(error: unknown): boolean {
  return error instanceof NoAnswer || error instanceof ApiError || error instanceof OtherAccount
}

export interface Courier {
  /** One attempt of a stored command. Throws ApiError, NoAnswer or OtherAccount. */
  command(command: Command, detour?: { path: string; key: string; body: Record<string, unknown> }): Promise<Told>
  /** One attempt of what is never kept on the device, such as a password. Throws as `command` does. */
  atOnce(method: 'POST' | 'PUT', path: string, body: object): Promise<unknown>
  /** Read a path of the server's description: `read('/api/photos/{photo_id}', { path: { photo_id } })`. */
  read<P extends ReadPath>(path: P, parameters?: Parameters): Promise<ReadAnswer<P>>
}

/** Requests in the name of one account, each of which also measures the server's clock. */
export function courierOf(owner: string, device: Device, platform: Platform): Courier {
  const signedIn = async (): Promise<Profile> => {
    const profile = await device.profile()
    if (profile?.account.id !== owner) throw new OtherAccount()
    return profile
  }
  const measured = async (told: Told, sentAt: number): Promise<Told> => {
    if (told.serverTime !== null) await device.measure(told.serverTime, sentAt, platform.now())
    return told
  }
  return {
    async command(command, detour) {
      const profile = await signedIn()
      const offset = command.clockOffsetMs ?? (await device.clockOffset())
      const sentAt = platform.now()
      const told = await ask(
        {
          method: command.method,
          path: detour?.path ?? command.path,
          body: detour?.body ?? command.body,
          headers: {
            'Accept-Language': profile.account.locale,
            'Idempotency-Key': detour?.key ?? command.id,
            'X-CSRF-Token': profile.csrf,
            'Storewalk-Occurred-At': command.occurredAt,
            'Storewalk-Device-Seq': String(command.seq),
            ...(offset === null ? {} : { 'Storewalk-Clock-Offset-Ms': String(offset) }),
          },
        },
        platform.fetch,
      )
      return measured(told, sentAt)
    },
    async atOnce(method, path, body) {
      const profile = await signedIn()
      const headers = {
        'Accept-Language': profile.account.locale,
        'Idempotency-Key': crypto.randomUUID(),
        'X-CSRF-Token': profile.csrf,
      }
      return (await ask({ method, path, body, headers }, platform.fetch)).body
    },
    async read<P extends ReadPath>(path: P, parameters?: Parameters) {
      const profile = await signedIn()
      const sentAt = platform.now()
      const headers = { 'Accept-Language': profile.account.locale }
      const told = await ask({ method: 'GET', path: address(path, parameters), headers }, platform.fetch)
      return (await measured(told, sentAt)).body as ReadAnswer<P>
    },
  }
}
