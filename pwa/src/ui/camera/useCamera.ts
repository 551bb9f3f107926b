import { onUnmounted, ref, shallowRef, type Ref, type ShallowRef } from 'vue'

export type CameraTrouble = 'insecure' | 'denied' | 'none'

/** The lens used last on this device, by the browser's own id for it. */
const LENS = 'storewalk-lens'
const SIZE = { width: { ideal: 2560 }, height: { ideal: 1920 } }

/** The camera as a stream for a video element: the lens used last, else the rear one; its torch where there is one. */
export function useCamera(video: Readonly<ShallowRef<HTMLVideoElement | null>>): {
  start(): Promise<void>
  stop(): void
  trouble: Ref<CameraTrouble | null>
  torch: Ref<boolean | null>
  toggleTorch(): Promise<void>
  /** How many lenses there are to choose from. */
  lenses: Ref<number>
  nextLens(): Promise<void>
} {
  const stream = shallowRef<MediaStream | null>(null)
  const trouble = ref<CameraTrouble | null>(null)
  /** On or off; null where the camera has none. */
  const torch = ref<boolean | null>(null)
  const lenses = ref(0)
  const track = () => stream.value?.getVideoTracks()[0]

  function stop(): void {
    stream.value?.getTracks().forEach((each) => each.stop())
    stream.value = null
  }

  async function openLens(lens: string | null): Promise<MediaStream> {
    const rear = { facingMode: 'environment', ...SIZE }
    if (lens === null) return navigator.mediaDevices.getUserMedia({ video: rear, audio: false })
    try {
      return await navigator.mediaDevices.getUserMedia({ video: { deviceId: { exact: lens }, ...SIZE }, audio: false })
    } catch (error) {
      // The browser gave its lenses new ids, or it was a camera that is no longer plugged in.
      if (!(error instanceof DOMException && error.name === 'OverconstrainedError')) throw error
      localStorage.removeItem(LENS)
      return navigator.mediaDevices.getUserMedia({ video: rear, audio: false })
    }
  }

  async function start(): Promise<void> {
    // Browsers offer the camera only over HTTPS or on this very machine.
    if (!('mediaDevices' in navigator)) {
      trouble.value = 'insecure'
      return
    }
    try {
      stream.value = await openLens(localStorage.getItem(LENS))
    } catch (error) {
      trouble.value = error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'none'
      return
    }
    if (!video.value) {
      stop()
      return
    }
    video.value.srcObject = stream.value
    const abilities = track()?.getCapabilities() as { torch?: boolean } | undefined
    torch.value = abilities?.torch ? false : null
    try {
      await video.value.play()
    } catch (error) {
      // Left before the first picture came: nobody is looking any more.
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
    }
    lenses.value = (await cameras()).length
  }

  const cameras = async () =>
    (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput')

  async function nextLens(): Promise<void> {
    const all = await cameras()
    const at = all.findIndex(({ deviceId }) => deviceId === track()?.getSettings().deviceId)
    const next = all[(at + 1) % all.length]
    if (!next) return
    localStorage.setItem(LENS, next.deviceId)
    stop()
    await start()
  }

  async function toggleTorch(): Promise<void> {
    const on = torch.value !== true
    await track()?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] })
    torch.value = on
  }

  /** A phone that was locked ends the stream; it begins anew when the person is back. */
  function back(): void {
    if (document.visibilityState === 'visible' && track()?.readyState === 'ended') void start()
  }
  document.addEventListener('visibilitychange', back)
  onUnmounted(() => {
    document.removeEventListener('visibilitychange', back)
    stop()
  })
  return { start, stop, trouble, torch, toggleTorch, lenses, nextLens }
}
