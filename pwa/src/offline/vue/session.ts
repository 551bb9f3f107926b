import { inject, type InjectionKey } from 'vue'
import type { Engine } from '../engine'
import type { Person } from '../taskOverlay'
import type { Session } from '../session'

export const SESSION: InjectionKey<Session> = Symbol('session')

export function useSession(): Session {
  const session = inject(SESSION)
  if (!session) throw new Error('no session provided')
  return session
}

/** The engine of whoever is signed in; screens behind the log-in always have one. */
export function useEngine(): Engine {
  const engine = useSession().engine.value
  if (!engine) throw new Error('nobody is signed in')
  return engine
}

const EVERYTHING = '*'

/** Whether the signed-in person holds a permission anywhere; where, the server decides. */
export function useMay(): (permission: string) => boolean {
  const { profile } = useSession()
  return (permission) => {
    const held = profile.value?.permissions ?? []
    return held.includes(permission) || held.includes(EVERYTHING)
  }
}

/** Who is signed in, as the screens put it beside what was done here. */
export function useMe(): Person {
  const account = useSession().profile.value?.account
  return { id: account?.id ?? '', name: account?.name ?? '' }
}
