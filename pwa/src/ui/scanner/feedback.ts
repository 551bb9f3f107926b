import { onUnmounted } from 'vue'

/** What a scan sounds and feels like: known, and one that wants a look. */
export interface Feedback {
  good(): void
  bad(): void
}

const GOOD = { hertz: 1_750, seconds: 0.07, shake: 40 }
const BAD = { hertz: 330, seconds: 0.25, shake: [90, 60, 90] }

/** Beep and shake as the device is set to; a browser without either stays silent. */
export function useFeedback(wanted: () => { beep: boolean; vibrate: boolean }): Feedback {
  let audio: AudioContext | null = null

  function beep(hertz: number, seconds: number): void {
    audio ??= new AudioContext()
    const now = audio.currentTime
    const [tone, volume] = [audio.createOscillator(), audio.createGain()]
    tone.frequency.value = hertz
    volume.gain.setValueAtTime(0.25, now)
    // Fading out keeps the end from clicking.
    volume.gain.linearRampToValueAtTime(0, now + seconds)
    tone.connect(volume).connect(audio.destination)
    tone.start(now)
    tone.stop(now + seconds)
  }

  function give({ hertz, seconds, shake }: typeof GOOD | typeof BAD): void {
    // Browsers refuse both before the first tap.
    if (!navigator.userActivation.hasBeenActive) return
    const { beep: heard, vibrate: felt } = wanted()
    if (heard) beep(hertz, seconds)
    // Absent on iOS.
    if (felt && 'vibrate' in navigator) navigator.vibrate(shake)
  }

  onUnmounted(() => void audio?.close())
  return { good: () => give(GOOD), bad: () => give(BAD) }
}
