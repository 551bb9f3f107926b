const DIGITS = 6

/**
 * The way to a place in the map app: Amap's link opens its app where there is one, and its page elsewhere. It takes
 * GCJ-02, what Amap draws.
 */
export function mapLink(lat: number, lng: number, name: string): string {
  const to = `${lng.toFixed(DIGITS)},${lat.toFixed(DIGITS)},${name.replaceAll(',', ' ')}`
  const query = new URLSearchParams({ to, mode: 'ride', coordinate: 'gaode', callnative: '1', src: 'storewalk' })
  return `https://uri.amap.com/navigation?${query.toString()}`
}
