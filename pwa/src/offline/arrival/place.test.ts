import { expect, test } from 'vitest'
import { metresBetween } from './place'

// The vectors of the server's own test.
const shanghai = { lat: 31.1774276, lng: 121.5272106 }
const shanghaiOnAmap = { lat: 31.17530398364597, lng: 121.531541859215, datum: 'GCJ02' } as const
const beijingOnAmap = { lat: 39.91640428150164, lng: 116.41024449916938, datum: 'GCJ02' } as const
const beijingAmapGps = { lat: 39.915, lng: 116.404 }
const beijingOnBaidu = { lat: 39.92133699351021, lng: 116.41036949371029, datum: 'BD09' } as const

test('a store as Amap has it is where the phone stands', () => {
  expect(metresBetween(shanghai, shanghaiOnAmap)).toBeLessThan(0.01)
})

test('read in the wrong datum, the same degrees are half a kilometre apart', () => {
  const asGps = { lat: beijingOnAmap.lat, lng: beijingOnAmap.lng }
  expect(metresBetween(asGps, beijingOnAmap)).toBeGreaterThan(500)
})

test('a store as Baidu has it is where Amap shows it', () => {
  // coordtransform's vector reads 39.915, 116.404 as Amap's.
  expect(metresBetween(beijingOnBaidu, { ...beijingAmapGps, datum: 'GCJ02' })).toBeLessThan(0.01)
  expect(metresBetween(beijingAmapGps, beijingOnAmap)).toBeLessThan(0.01)
})

test('a degree of latitude is 111,195 m, and the date line is no way around the world', () => {
  expect(metresBetween({ lat: 0, lng: 10 }, { lat: 1, lng: 10 })).toBeCloseTo(111_195.08, 1)
  expect(metresBetween({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 })).toBeCloseTo(111_195.08, 1)
})
