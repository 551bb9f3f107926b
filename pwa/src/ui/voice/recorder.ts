import { newId } from '@/api/ids'
import type { CapturedPhoto } from '@/offline/engine'
import { deviceName } from '../camera/device'
import { sha256Of } from '../hash'

/** Why nothing can be recorded: the person or the browser refuses, there is no microphone, or it cannot record. */
export type VoiceFault = 'refused' | 'missing' | 'unable'

export const LONGEST_S = 60
const BITS_PER_SECOND = 32_000
/** What the server takes, in the order of preference; browsers add what codec it is. */
const KINDS = ['audio/webm', 'audio/mp4'] as const
type Kind = (typeof KINDS)[number]

/** A recording under way. */
export interface Taping {
  /** End it and take what was said; null where nothing was. */
  done(): Promise<{ bytes: ArrayBuffer; kind: Kind; takenAt: string } | null>
  /** End it and forget what was said. */
  drop(): void
}

function faultOf(error: unknown): VoiceFault {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotFoundError' ? 'missing' : 'unable'
}

/** Open the microphone and record until told to end; the microphone is closed then. */
export async function tape(): Promise<Taping | VoiceFault> {
  // Without HTTPS, and in some web views, a page has no devices at all.
  const devices = (navigator as Partial<Navigator>).mediaDevices
  if (!devices) return 'missing'
  const kind = 'MediaRecorder' in globalThis ? KINDS.find((each) => MediaRecorder.isTypeSupported(each)) : undefined
  if (!kind) return 'unable'
  let stream: MediaStream
  try {
    stream = await devices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true, echoCancellation: true } })
  } catch (error) {
    return faultOf(error)
  }
  const close = () => stream.getTracks().forEach((track) => track.stop())
  try {
    return taping(stream, kind, close)
  } catch (error) {
    close()
    return faultOf(error)
  }
}

function taping(stream: MediaStream, kind: Kind, close: () => void): Taping {
  const recorder = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: BITS_PER_SECOND })
  const parts: Blob[] = []
  const takenAt = new Date().toISOString()
  const ended = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve(), { once: true }))
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  recorder.start()
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop()
    close()
  }
  return {
    async done() {
      stop()
      await ended
      const bytes = await new Blob(parts).arrayBuffer()
      return bytes.byteLength === 0 ? null : { bytes, kind, takenAt }
    },
    drop: stop,
  }
}

/** A recording as the outbox keeps it, like a photo. */
export async function kept(
  { bytes, kind, takenAt }: { bytes: ArrayBuffer; kind: Kind; takenAt: string },
  storeId: string,
): Promise<CapturedPhoto> {
  return {
    id: newId(),
    storeId,
    purpose: 'voice',
    sha256: await sha256Of(bytes),
    contentType: kind,
    bytes,
    capture: { takenAt, source: 'camera', position: null, device: deviceName() },
  }
}
