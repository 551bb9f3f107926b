import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'

type Step = 'idle' | 'preparing' | 'ready'

export interface FileSharing {
  readonly step: Readonly<Ref<Step>>
  readonly error: Readonly<ShallowRef<unknown>>
  /** Whether the device has a sheet of its own for files; otherwise the file is saved. */
  readonly sheet: Readonly<Ref<boolean>>
  /** Have the file made. */
  start(): Promise<void>
  /** Hand it on. Returns whether it was saved instead. */
  pass(): Promise<boolean>
}

/** Sharing a file that takes a while to make: it is passed on by a second tap, since a sheet opens only on a tap. */
export function useFileShare(make: () => Promise<File>): FileSharing {
  const step = ref<Step>('idle')
  const error = shallowRef<unknown>(null)
  const sheet = ref(false)
  let file: File | null = null
  let gone = false
  onScopeDispose(() => (gone = true))

  return {
    step,
    error,
    sheet,
    async start() {
      step.value = 'preparing'
      error.value = null
      try {
        file = await make()
        sheet.value = takesFiles(file)
        step.value = 'ready'
      } catch (caught) {
        error.value = caught
        step.value = 'idle'
      }
    },
    async pass() {
      if (file === null || gone) return false
      if (sheet.value) {
        // Closing the sheet without sending is no fault.
        await navigator.share({ files: [file], title: file.name }).catch(() => undefined)
        return false
      }
      save(file)
      return true
    },
  }
}

function takesFiles(file: File): boolean {
  // Desktop browsers lack it, whatever the types say.
  const known = navigator as Partial<Navigator>
  return known.share !== undefined && known.canShare?.({ files: [file] }) === true
}

function save(file: File): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
