import { inject, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import { createApi, type Api } from '../client'
import { ApiError, NoAnswer } from '../problem'
import type { FactorBegun, Locale, LogInForm } from '../types'
import type { Profile } from './types'

/** Who is logged in at this desk. The session itself is the server's cookie; the page keeps only what `/api/me` says. */
export interface DeskSession {
  readonly profile: Readonly<ShallowRef<Profile | null>>
  readonly api: Api
  /** Whether the person holds a permission anywhere; where, the server decides. */
  may(permission: string): boolean
  logIn(form: LogInForm, deviceName: string): Promise<Profile>
  /** The secret of the second factor that a log-in asks to be set up. */
  beginFactor(form: LogInForm): Promise<FactorBegun>
  logOut(): Promise<void>
  setLocale(locale: Locale): Promise<void>
}

export const DESK: InjectionKey<DeskSession> = Symbol('desk')
const EVERYTHING = '*'

/** Find out who is logged in (nobody is an answer too) and make the session around it. */
export async function openDesk(locale: () => Locale, signedOut: () => void): Promise<DeskSession> {
  const profile = shallowRef<Profile | null>(null)
  const api = createApi({
    csrf: () => profile.value?.csrf ?? null,
    locale,
    signedOut: () => {
      if (profile.value === null) return
      profile.value = null
      signedOut()
    },
  })
  try {
    profile.value = await api.read<Profile>('/api/me')
  } catch (error) {
    // Nobody is logged in, or the server cannot be asked: the log-in page says which.
    if (!(error instanceof ApiError || error instanceof NoAnswer)) throw error
  }
  return {
    profile,
    api,
    may: (permission) => {
      const held = profile.value?.permissions ?? []
      return held.includes(permission) || held.includes(EVERYTHING)
    },
    async logIn(form, name) {
      const body = { ...form, device: { name } }
      profile.value = await api.command<Profile>('POST', '/api/session', { body })
      return profile.value
    },
    beginFactor: (form) => api.command<FactorBegun>('POST', '/api/session/second-factor', { body: form }),
    async logOut() {
      await api.command('DELETE', '/api/session')
      profile.value = null
    },
    async setLocale(wanted) {
      const told = await api.command<Profile>('PUT', '/api/me/locale', { body: { locale: wanted } })
      // Only reading `/api/me` tells the CSRF value again.
      profile.value = { ...told, csrf: profile.value?.csrf ?? '' }
    },
  }
}

export function useDesk(): DeskSession {
  const desk = inject(DESK)
  if (!desk) throw new Error('no session provided')
  return desk
}
