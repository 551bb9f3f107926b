import { onUnmounted, ref, shallowRef, type Ref, type ShallowRef } from 'vue'

export type CameraTrouble = 'insecure' | 'denied' | 'none'

/** The rear camera as a stream for a video element, with its torch where there is one. */
export function useCamera(video: Readonly<ShallowRef<HTMLVideoElement | null>>): {
  start(): Promise<void>
  stop(): void
  trouble: Ref<CameraTrouble | null>
  torch: Ref<boolean | null>
  toggleTorch(): Promise<void>
} {
  const stream = shallowRef<MediaStream | null>(null)
  const trouble = ref<CameraTrouble | null>(null)
  /** On or off; null where the camera has none. */
  const torch = ref<boolean | null>(null)

  function stop(): void {
    stream.value?.getTracks().forEach((track) => track.stop())
    stream.value = null
  }

  async function start(): Promise<void> {
    // Browsers offer the camera only over HTTPS or on this very machine.
    if (!('mediaDevices' in navigator)) {
      trouble.value = 'insecure'
      return
    }
    try {
      const wanted = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1440 } }
      stream.value = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false })
    } catch (error) {
      trouble.value = error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'none'
      return
    }
    if (!video.value) {
      stop()
      return
    }
    video.value.srcObject = stream.value
    const abilities = stream.value.getVideoTracks()[0]?.getCapabilities() as { torch?: boolean } | undefined
    torch.value = abilities?.torch ? false : null
    try {
      await video.value.play()
    } catch (error) {
      // Left before the first picture came: nobody is looking any more.
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
    }
  }

  async function toggleTorch(): Promise<void> {
    const on = torch.value !== true
    await stream.value?.getVideoTracks()[0]?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] })
    torch.value = on
  }

  onUnmounted(stop)
  return { start, stop, trouble, torch, toggleTorch }
}
