import { expect, test } from 'vitest'
import { look, storeOfCode } from './checkIn'

const store = { position: { lat: 31.2304, lng: 121.4737, datum: 'WGS84' } } as const
const north = (metres: number, accuracyM: number | null = 20) => ({
  lat: 31.2304 + metres / 111_195,
  lng: 121.4737,
  datum: 'WGS84' as const,
  accuracyM,
})

test('a position is at the store give or take its accuracy, and a vague one says too little', () => {
  const troubles = [north(150), north(215), north(230), north(150, null), north(150, 900), north(5_000, 900), null]
  expect(troubles.map((at) => look(store, at, 200).trouble)).toEqual([null, null, 'far', null, 'vague', 'far', 'noFix'])
  expect(look(store, north(230), 200).metres).toBe(230)
})

test('a store of unknown place asks for nothing', () => {
  expect(look({ position: null }, null, 200)).toEqual({ trouble: null, metres: null, accuracyM: null })
})

test('a poster says which store it is of, anything else is of none', () => {
  const code = 'SW1:0192F0A1B2C3D4E5F60718293A4B5C6D:00112233445566778899AABBCCDDEEFF'
  expect(storeOfCode(` ${code.toLowerCase()}`)).toBe('0192f0a1-b2c3-d4e5-f607-18293a4b5c6d')
  expect(['6901234567892', code.slice(0, -1), ''].map(storeOfCode)).toEqual([null, null, null])
})
