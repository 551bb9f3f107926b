import type { Position } from '@/api/types'

/** What a picture from the gallery says of itself; drawing it anew loses this, so it is read before. */
export interface Exif {
  /** ISO time with offset; a time without one is taken as the device's local time. */
  takenAt: string | null
  position: Position | null
}

const NOTHING: Exif = { takenAt: null, position: null }
const EXIF_IFD = 0x8769
const GPS_IFD = 0x8825
const TAKEN = 0x9003
const TAKEN_OFFSET = 0x9011
const LAT_REF = 1
const LAT = 2
const LNG_REF = 3
const LNG = 4
const GPS_ERROR = 31
const ASCII = 2
const LONG = 4
const RATIONAL = 5
const SIZES: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 }

/** A directory of tags in the TIFF block that starts at `base` (TIFF 6.0, section 2; Exif 2.32, section 4.6). */
class Directory {
  private readonly entries = new Map<number, { type: number; count: number; at: number }>()

  constructor(
    private readonly view: DataView,
    private readonly base: number,
    private readonly little: boolean,
    offset: number,
  ) {
    const start = base + offset
    const count = view.getUint16(start, little)
    for (let entry = 0; entry < count; entry++) {
      const at = start + 2 + entry * 12
      const type = view.getUint16(at + 2, little)
      const values = view.getUint32(at + 4, little)
      const fits = (SIZES[type] ?? 1) * values <= 4
      this.entries.set(view.getUint16(at, little), {
        type,
        count: values,
        at: fits ? at + 8 : base + view.getUint32(at + 8, little),
      })
    }
  }

  text(tag: number): string | null {
    const entry = this.entries.get(tag)
    if (entry?.type !== ASCII) return null
    const bytes = new Uint8Array(this.view.buffer, this.view.byteOffset + entry.at, entry.count)
    return String.fromCharCode(...bytes).replace(/\0.*$/, '')
  }

  rationals(tag: number): number[] {
    const entry = this.entries.get(tag)
    if (entry?.type !== RATIONAL) return []
    return Array.from({ length: Math.min(entry.count, 3) }, (_, index) => {
      const at = entry.at + index * 8
      return this.view.getUint32(at, this.little) / this.view.getUint32(at + 4, this.little)
    })
  }

  below(tag: number): Directory | null {
    const entry = this.entries.get(tag)
    if (entry?.type !== LONG) return null
    return new Directory(this.view, this.base, this.little, this.view.getUint32(entry.at, this.little))
  }
}

/** Where the TIFF block of a JPEG's APP1 segment starts, or null. */
function tiffStart(view: DataView): number | null {
  if (view.getUint16(0) !== 0xffd8) return null
  let at = 2
  while (at + 10 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966) return at + 10
    if (marker === 0xda) return null
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function timeOf(text: string | null, offset: string | null): string | null {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(text ?? '')
  if (!parts) return null
  const [, year = '', month = '', day = '', time = ''] = parts
  const zone = /^[+-]\d\d:\d\d$/.test(offset ?? '') ? (offset ?? '') : ''
  const moment = new Date(`${year}-${month}-${day}T${time}${zone}`)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

function degrees([whole = NaN, minutes = 0, seconds = 0]: number[], ref: string | null): number {
  const value = whole + minutes / 60 + seconds / 3600
  return ref === 'S' || ref === 'W' ? -value : value
}

function placeOf(gps: Directory | null): Position | null {
  if (gps === null) return null
  const lat = degrees(gps.rationals(LAT), gps.text(LAT_REF))
  const lng = degrees(gps.rationals(LNG), gps.text(LNG_REF))
  // Some cameras write 0/0 or zeros when they had no fix.
  if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180) || (lat === 0 && lng === 0)) return null
  const [error = NaN] = gps.rationals(GPS_ERROR)
  return { lat, lng, accuracyM: Number.isFinite(error) ? Math.round(error) : null, datum: 'WGS84' }
}

/** Read time and position of a JPEG's bytes; what is missing, damaged or another format gives nulls. */
export function exifOf(bytes: ArrayBuffer): Exif {
  const view = new DataView(bytes)
  try {
    const base = tiffStart(view)
    if (base === null) return NOTHING
    const little = view.getUint16(base) === 0x4949
    const first = new Directory(view, base, little, view.getUint32(base + 4, little))
    const exif = first.below(EXIF_IFD)
    return {
      takenAt: timeOf(exif?.text(TAKEN) ?? null, exif?.text(TAKEN_OFFSET) ?? null),
      position: placeOf(first.below(GPS_IFD)),
    }
  } catch (error) {
    // A read past the end: the block is cut short.
    if (error instanceof RangeError) return NOTHING
    throw error
  }
}
