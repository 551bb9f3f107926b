import { shallowRef, type ShallowRef } from 'vue'
import type { Profile } from '@/api/types'
import { DEFAULT_PATTERNS } from './counting/weighed'
import type { DeviceDb } from './database'

/** How this device scans: what it lets one hear and feel, what its scanner sends, what the shop's scales print. */
export interface Scanning {
  beep: boolean
  vibrate: boolean
  /** What a plugged-in scanner sends before each code. */
  prefix: string
  /** See `weighed.ts`. */
  patterns: readonly string[]
}

export const DEFAULT_SCANNING: Scanning = { beep: true, vibrate: true, prefix: '', patterns: DEFAULT_PATTERNS }

/** What the device remembers between starts: who is signed in (so that it opens offline) and the server's clock. */
export interface Device {
  profile(): Promise<Profile | null>
  remember(profile: Profile): Promise<void>
  forget(): Promise<void>
  /** Server minus device clock in ms, null when never measured. */
  clockOffset(): Promise<number | null>
  /** The same as this tab knows it; 0 when never measured. */
  readonly offset: Readonly<ShallowRef<number>>
  /** Take a server time that arrived between two readings of the device's clock. */
  measure(serverTime: number, sentAt: number, receivedAt: number): Promise<void>
  /** A session that was left without network and still has to be ended on the server. */
  leaving(): Promise<string | null>
  setLeaving(csrf: string | null): Promise<void>
  scanning(): Promise<Scanning>
  setScanning(scanning: Scanning): Promise<void>
}

// The Date header counts whole seconds, so a smaller change is noise.
const NOISE_MS = 1_500

export function deviceOf(db: DeviceDb): Device {
  const known = shallowRef(0)
  const get = async <T>(key: string): Promise<T | null> => ((await db.get('facts', key)) as T | undefined) ?? null
  return {
    profile: () => get<Profile>('profile'),
    remember: async (profile) => {
      await db.put('facts', profile, 'profile')
    },
    forget: () => db.delete('facts', 'profile'),
    offset: known,
    clockOffset: async () => {
      const offset = await get<number>('clockOffset')
      known.value = offset ?? 0
      return offset
    },
    measure: async (serverTime, sentAt, receivedAt) => {
      const offset = Math.round(serverTime - (sentAt + receivedAt) / 2)
      const before = await get<number>('clockOffset')
      if (before !== null && Math.abs(before - offset) <= NOISE_MS) return
      await db.put('facts', offset, 'clockOffset')
      known.value = offset
    },
    leaving: () => get<string>('leaving'),
    setLeaving: async (csrf) => {
      if (csrf === null) await db.delete('facts', 'leaving')
      else await db.put('facts', csrf, 'leaving')
    },
    scanning: async () => ({ ...DEFAULT_SCANNING, ...(await get<Partial<Scanning>>('scanning')) }),
    setScanning: async (scanning) => {
      await db.put('facts', scanning, 'scanning')
    },
  }
}
