import type { Position, Store } from '@/api/types'

type Degrees = readonly [lat: number, lng: number]
type Place = Pick<NonNullable<Store['position']>, 'lat' | 'lng'> & { datum?: Position['datum'] }

// The same formulas, with their sources, are the server's `stores/position.py`: a phone without signal has to know
// whether it is at the store. What the phone says here is a hint; what counts is the server's.
const RADIUS_M = 6_378_245
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943
const MEAN_RADIUS_M = 6_371_008.8
const BAIDU_PI = (Math.PI * 3000) / 180
const STEPS = 6
const { PI, abs, asin, atan2, cos, hypot, sin, sqrt } = Math

const inChina = ([lat, lng]: Degrees) => lat >= 0.8293 && lat <= 55.8271 && lng >= 72.004 && lng <= 137.8347

function gcj02OfWgs84(from: Degrees): Degrees {
  if (!inChina(from)) return from
  const [lat, lng] = from
  const [x, y] = [lng - 105, lat - 35]
  const waves = 20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)
  let north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x))
  north += ((waves + 20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * 2) / 3
  north += ((160 * sin((y / 12) * PI) + 320 * sin((y / 30) * PI)) * 2) / 3
  let east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x))
  east += ((waves + 20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * 2) / 3
  east += ((150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * 2) / 3
  const angle = (lat * PI) / 180
  const flattened = 1 - ECCENTRICITY_SQUARED * sin(angle) ** 2
  const meridian = (RADIUS_M * (1 - ECCENTRICITY_SQUARED)) / flattened ** 1.5
  const parallel = (RADIUS_M / sqrt(flattened)) * cos(angle)
  return [lat + ((north / meridian) * 180) / PI, lng + ((east / parallel) * 180) / PI]
}

function bd09OfGcj02([lat, lng]: Degrees): Degrees {
  const radius = hypot(lng, lat) + 0.00002 * sin(lat * BAIDU_PI)
  const angle = atan2(lat, lng) + 0.000003 * cos(lng * BAIDU_PI)
  return [radius * sin(angle) + 0.006, radius * cos(angle) + 0.0065]
}

/** Undo a shift by going back by what it is off, again and again. */
function undone(shift: (from: Degrees) => Degrees, [lat, lng]: Degrees): Degrees {
  let guess: Degrees = [lat, lng]
  for (let step = 0; step < STEPS; step += 1) {
    const [lat2, lng2] = shift(guess)
    guess = [guess[0] + lat - lat2, guess[1] + lng - lng2]
  }
  return guess
}

function wgs84({ lat, lng, datum = 'WGS84' }: Place): Degrees {
  if (datum === 'WGS84') return [lat, lng]
  return undone(gcj02OfWgs84, datum === 'BD09' ? undone(bd09OfGcj02, [lat, lng]) : [lat, lng])
}

/** How far two places are from each other, each in its own datum. */
export function metresBetween(first: Place, second: Place): number {
  const [[lat, lng], [lat2, lng2]] = [wgs84(first), wgs84(second)]
  const rad = (degrees: number) => (degrees * PI) / 180
  const chord = sin(rad(lat2 - lat) / 2) ** 2 + cos(rad(lat)) * cos(rad(lat2)) * sin(rad(lng2 - lng) / 2) ** 2
  return 2 * MEAN_RADIUS_M * asin(Math.min(1, sqrt(chord)))
}
