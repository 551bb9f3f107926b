import { ask, type Told } from '@/api/http'
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

export interface Courier {
  /** One attempt of a stored command. Throws ApiError, NoAnswer or OtherAccount. */
  command(command: Command, detour?: { path: string; key: string; body: Record<string, unknown> }): Promise<Told>
  read(path: string): Promise<Told>
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
    async read(path) {
      const profile = await signedIn()
      const sentAt = platform.now()
      const headers = { 'Accept-Language': profile.account.locale }
      return measured(await ask({ method: 'GET', path, headers }, platform.fetch), sentAt)
    },
  }
}
