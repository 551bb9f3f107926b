import { onUnmounted, ref, type Ref } from 'vue'
import type { CapturedPhoto } from '@/offline/engine'
import { kept, LONGEST_S, tape, type Taping, type VoiceFault } from './recorder'

export interface Recorder {
  phase: Readonly<Ref<'ready' | 'asking' | 'recording'>>
  fault: Readonly<Ref<VoiceFault | null>>
  seconds: Readonly<Ref<number>>
  /** A finger or a key went down on the button: begin, or end what a tap began. */
  press(): Promise<void>
  /** It was lifted: what was held ends, what was tapped goes on. */
  lift(): Promise<void>
  /** End without keeping. */
  drop(): void
}

const HELD_MS = 500

/** Record while the button is held, or from one tap to the next, at most a minute. */
export function useRecorder(storeId: () => string, done: (recording: CapturedPhoto) => void): Recorder {
  const phase = ref<'ready' | 'asking' | 'recording'>('ready')
  const fault = ref<VoiceFault | null>(null)
  const seconds = ref(0)
  let taping: Taping | null = null
  let clock: ReturnType<typeof setInterval> | undefined
  let pressedAt: number | null = null
  let gone = false

  function rest(): Taping | null {
    clearInterval(clock)
    const [ended] = [taping, (taping = null)]
    phase.value = 'ready'
    seconds.value = 0
    return ended
  }
  async function end(): Promise<void> {
    const recording = await rest()?.done()
    if (recording) done(await kept(recording, storeId()))
  }
  async function begin(): Promise<void> {
    phase.value = 'asking'
    const opened = await tape()
    fault.value = typeof opened === 'string' ? opened : null
    if (typeof opened === 'string') {
      phase.value = 'ready'
    } else if (gone) {
      opened.drop()
    } else {
      taping = opened
      phase.value = 'recording'
      clock = setInterval(() => {
        seconds.value += 1
        if (seconds.value >= LONGEST_S) void end()
      }, 1_000)
    }
  }
  onUnmounted(() => {
    gone = true
    rest()?.drop()
  })

  return {
    phase,
    fault,
    seconds,
    async press() {
      if (phase.value === 'recording') return end()
      if (phase.value !== 'ready') return
      pressedAt = performance.now()
      await begin()
    },
    async lift() {
      const held = pressedAt !== null && performance.now() - pressedAt >= HELD_MS
      pressedAt = null
      // Whoever was asked for the microphone lifted the finger to answer.
      if (held && phase.value === 'recording') await end()
    },
    drop: () => rest()?.drop(),
  }
}
