import { newId } from '@/api/ids'
import type { CapturedPhoto } from '@/offline/engine'
import type { Capture } from '@/offline/records'
import { deviceName } from './device'

const LONGEST_EDGE = 1600
const QUALITY = 0.85

async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Draw a frame or picture as a JPEG of at most 1600 pixels and note when, where and with what it was taken. */
export async function develop(
  source: ImageBitmap | HTMLVideoElement,
  capture: Pick<Capture, 'source' | 'position' | 'takenAt'>,
): Promise<CapturedPhoto> {
  const width = 'videoWidth' in source ? source.videoWidth : source.width
  const height = 'videoHeight' in source ? source.videoHeight : source.height
  const scale = Math.min(1, LONGEST_EDGE / Math.max(width, height))
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale))
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
  const bytes = await blob.arrayBuffer()
  return {
    id: newId(),
    storeId: '',
    purpose: 'evidence',
    sha256: await sha256Of(bytes),
    contentType: 'image/jpeg',
    bytes,
    capture: { ...capture, device: deviceName() },
  }
}
