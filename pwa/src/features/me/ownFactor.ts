import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { FactorBegun, OwnFactor, RecoveryCodes } from '@/api/types'

/** How a screen reaches the server for what is never kept on the device. */
export interface Door {
  read(): Promise<OwnFactor>
  send(path: string, body: object): Promise<unknown>
}

export interface OwnFactorActs {
  factor: ShallowRef<OwnFactor | null>
  /** What the authenticator app is given, until a code has confirmed it. */
  begun: ShallowRef<FactorBegun | null>
  /** Recovery codes to be kept now. */
  codes: ShallowRef<string[]>
  password: Ref<string>
  code: Ref<string>
  load(): Promise<void>
  begin(): Promise<void>
  confirm(): Promise<void>
  renew(): Promise<void>
  remove(): Promise<void>
}

const PATH = '/api/me/second-factor'

/** One's own second factor: look at it, set it up, renew the codes, remove it. Each throws what the door throws. */
export function useOwnFactor(door: Door): OwnFactorActs {
  const factor = shallowRef<OwnFactor | null>(null)
  const begun = shallowRef<FactorBegun | null>(null)
  const codes = shallowRef<string[]>([])
  const password = ref('')
  const code = ref('')

  async function load(): Promise<void> {
    factor.value = await door.read()
  }
  /** The password proves who holds the device; it is forgotten with the answer. */
  async function proven<T>(path: string): Promise<T> {
    const answer = await door.send(path, { password: password.value })
    password.value = ''
    return answer as T
  }
  return {
    factor,
    begun,
    codes,
    password,
    code,
    load,
    async begin() {
      begun.value = await proven<FactorBegun>(PATH)
    },
    async confirm() {
      const told = (await door.send(`${PATH}/confirmation`, { code: code.value.trim() })) as RecoveryCodes
      codes.value = told.codes
      begun.value = null
      code.value = ''
      await load()
    },
    async renew() {
      codes.value = (await proven<RecoveryCodes>(`${PATH}/recovery-codes`)).codes
      await load()
    },
    async remove() {
      await proven(`${PATH}/removal`)
      await load()
    },
  }
}
