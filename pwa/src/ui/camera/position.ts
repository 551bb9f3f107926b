import type { Position } from '@/api/types'

const FRESH_ENOUGH_MS = 120_000

/**
 * Where the device is, asked once and never followed. Null when refused, unknown or slower than `waitMs`: a poor
 * position never blocks the work.
 */
export function positionWithin(waitMs: number): Promise<Position | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null)
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), waitMs)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        clearTimeout(late)
        resolve({ lat: coords.latitude, lng: coords.longitude, accuracyM: Math.round(coords.accuracy), datum: 'WGS84' })
      },
      () => {
        clearTimeout(late)
        resolve(null)
      },
      { enableHighAccuracy: true, maximumAge: FRESH_ENOUGH_MS, timeout: waitMs },
    )
  })
}
