import { shallowRef, type ShallowRef } from 'vue'
import { ask } from '@/api/http'
import { ApiError, NoAnswer } from '@/api/problem'
import type { FactorBegun, Locale, LogInForm, Profile } from '@/api/types'
import { openAccountDb, openDeviceDb } from './database'
import { deviceOf, type Device } from './device'
import { engineOf, type Engine } from './engine'
import type { Platform } from './platform'
import { forgetDaily } from './sync'
import { startTriggers } from './triggers'

/** Who uses this device, and that person's engine. It opens without network from what the device remembers. */
export interface Session {
  readonly profile: Readonly<ShallowRef<Profile | null>>
  readonly engine: Readonly<ShallowRef<Engine | null>>
  readonly device: Device
  signIn(form: LogInForm, deviceName: string, locale: Locale): Promise<Profile>
  /** The secret of the second factor that a log-in asks to be set up. */
  beginFactor(form: LogInForm, locale: Locale): Promise<FactorBegun>
  /** Take up the log-in that this browser was given elsewhere, such as by WeCom; without one nothing changes. */
  adopt(): Promise<void>
  /** Leave: what waits stays on the device for this account and goes out after its next log-in. */
  signOut(): Promise<void>
  /** Keep a changed profile, such as another language. */
  remember(profile: Profile): Promise<void>
}

const LOGIN_TIMEOUT_MS = 20_000

export async function openSession(platform: Platform): Promise<Session> {
  const device = deviceOf(await openDeviceDb())
  await device.clockOffset()
  const profile = shallowRef<Profile | null>(await device.profile())
  const engine = shallowRef<Engine | null>(null)
  let stop: (() => void) | null = null

  async function begin(who: Profile): Promise<void> {
    profile.value = who
    const db = await openAccountDb(who.account.id)
    await forgetDaily(db, platform.now())
    engine.value = engineOf(who, db, device, platform)
    stop = startTriggers(engine.value)
  }
  function end(): void {
    stop?.()
    engine.value?.close()
    engine.value = null
    profile.value = null
  }

  /** End the session on the server; remembered and done later when there is no network. */
  async function leave(csrf: string): Promise<void> {
    const headers = { 'X-CSRF-Token': csrf, 'Idempotency-Key': crypto.randomUUID() }
    try {
      await ask({ method: 'DELETE', path: '/api/session', headers }, platform.fetch)
      await device.setLeaving(null)
    } catch (error) {
      if (error instanceof NoAnswer) return device.setLeaving(csrf)
      if (!(error instanceof ApiError)) throw error
      await device.setLeaving(null)
    }
  }

  /** Go on as who the server says is logged in. */
  async function take(who: Profile): Promise<Profile> {
    await device.setLeaving(null)
    await device.remember(who)
    if (engine.value?.owner === who.account.id) {
      profile.value = who
      void engine.value.resume()
    } else {
      end()
      await begin(who)
      platform.channel.post('session')
    }
    return who
  }

  // Another tab signed in or out: this one must not go on in the old name.
  platform.channel.listen((message) => {
    if (message === 'session') location.reload()
  })
  const left = await device.leaving()
  const leaving = left !== null && profile.value === null ? leave(left) : Promise.resolve()
  if (profile.value) await begin(profile.value)

  return {
    profile,
    engine,
    device,
    async signIn(form, deviceName, locale) {
      const body = { ...form, device: { name: deviceName } }
      const headers = { 'Accept-Language': locale, 'Idempotency-Key': crypto.randomUUID() }
      const sentAt = platform.now()
      const login = { method: 'POST' as const, path: '/api/session', body, headers, timeoutMs: LOGIN_TIMEOUT_MS }
      const told = await ask(login, platform.fetch)
      if (told.serverTime !== null) await device.measure(told.serverTime, sentAt, platform.now())
      return take(told.body as Profile)
    },
    async beginFactor(form, locale) {
      const headers = { 'Accept-Language': locale }
      const path = '/api/session/second-factor'
      return (await ask({ method: 'POST', path, body: form, headers }, platform.fetch)).body as FactorBegun
    },
    async adopt() {
      // Whoever logged out without network has left, although the server has not heard of it yet.
      await leaving
      if ((await device.leaving()) !== null) return
      try {
        const told = await ask({ method: 'GET', path: '/api/me', headers: {} }, platform.fetch)
        await take(told.body as Profile)
      } catch (error) {
        if (!(error instanceof NoAnswer || error instanceof ApiError)) throw error
      }
    },
    async signOut() {
      const csrf = profile.value?.csrf
      await device.forget()
      if ('caches' in globalThis) await caches.delete('thumbnails')
      end()
      if (csrf !== undefined) await leave(csrf)
      platform.channel.post('session')
    },
    async remember(who) {
      await device.remember(who)
      profile.value = who
    },
  }
}
