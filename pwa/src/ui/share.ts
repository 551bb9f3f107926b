import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { newId } from '@/api/ids'
import type { Share } from '@/api/types'

const LOOK_EVERY_MS = 1_500
const PATIENCE_MS = 120_000

type ShareStep = 'idle' | 'preparing' | 'open' | 'failed'

export interface Sharing {
  readonly step: Readonly<Ref<ShareStep>>
  readonly link: Readonly<ShallowRef<string | null>>
  /** Ask for a copy without faces and wait for its link. */
  start(): Promise<void>
  /** Hand the link on: by the device's own sheet, else to the clipboard. Returns whether it was copied. */
  pass(title: string): Promise<boolean>
}

export interface ShareApi {
  ask(shareId: string): Promise<unknown>
  read(shareId: string): Promise<Share>
}

/** Sharing one photo. The link is passed on by a second tap: a sheet opens only on a tap, and the copy takes a while. */
export function useShare(api: ShareApi): Sharing {
  const step = ref<ShareStep>('idle')
  const link = shallowRef<string | null>(null)
  let gone = false
  onScopeDispose(() => (gone = true))

  async function opened(id: string): Promise<string | null> {
    const giveUp = Date.now() + PATIENCE_MS
    while (!gone && Date.now() < giveUp) {
      const share = await api.read(id)
      if (share.state !== 'preparing') return share.link
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
    return null
  }

  return {
    step,
    link,
    async start() {
      step.value = 'preparing'
      const id = newId()
      try {
        await api.ask(id)
        link.value = await opened(id)
      } finally {
        step.value = link.value === null ? 'failed' : 'open'
      }
    },
    async pass(title) {
      const url = link.value ?? ''
      // Desktop browsers lack it, whatever the types say.
      const sheet = (navigator as Partial<Navigator>).share
      if (sheet !== undefined) {
        // Closing the sheet without sending is no fault.
        await sheet.call(navigator, { title, url }).catch(() => undefined)
        return false
      }
      await navigator.clipboard.writeText(url)
      return true
    },
  }
}
