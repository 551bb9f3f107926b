import { expect, test } from 'vitest'
import { exifOf } from './exif'

const bytes = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer

// Written by Pillow: a JPEG's head up to its scan, with DateTimeOriginal, OffsetTimeOriginal and a GPS directory.
const WITH_PLACE = bytes(
  '/9j/4QDuRXhpZgAATU0AKgAAAAgAAwEPAAIAAAACWAAAAIdpAAQAAAABAAAAMoglAAQAAAABAAAAbAAAAAAAApADAAIAAAAUAAAAUJARAAIAAAAH' +
    'AAAAZAAAAAAyMDI2OjExOjIwIDA5OjMwOjE1ACswODowMAAAAAUAAQACAAAAAk4AAAAAAgAFAAAAAwAAAK4AAwACAAAAAkUAAAAABAAFAAAAAwAA' +
    'AMYAHwAFAAAAAQAAAN4AAAAAAAAAHwAAAAEAAAANAAAAAQAABNQAAAAZAAAAeQAAAAEAAAAcAAAAAQAAAnkAAAAZAAAADQAAAAL/2gAA',
)
const ONLY_TIME = bytes(
  '/9j/4QBURXhpZgAATU0AKgAAAAgAAgEPAAIAAAACWAAAAIdpAAQAAAABAAAAJgAAAAAAAZADAAIAAAAUAAAAOAAAAAAyMDI2OjExOjIwIDA5OjMw' +
    'OjE1AP/aAAA=',
)

test('a picture says when, in its own time zone, and where it was taken', () => {
  const { takenAt, position } = exifOf(WITH_PLACE)
  expect(takenAt).toBe('2026-11-20T01:30:15.000Z')
  expect(position?.lat).toBeCloseTo(31.2304, 6)
  expect(position?.lng).toBeCloseTo(121.4737, 6)
  expect(position).toMatchObject({ accuracyM: 7, datum: 'WGS84' })
})

test('a time without a zone is the local time of this device', () => {
  expect(exifOf(ONLY_TIME)).toEqual({ takenAt: new Date('2026-11-20T09:30:15').toISOString(), position: null })
})

test('a picture cut short, another format or a few bytes say nothing and break nothing', () => {
  const nothing = { takenAt: null, position: null }
  for (const length of [0, 1, 4, 12, 30, 60, 100, 130]) expect(exifOf(WITH_PLACE.slice(0, length))).toEqual(nothing)
  expect(exifOf(new TextEncoder().encode('RIFF....WEBPVP8 ').buffer)).toEqual(nothing)
  expect(exifOf(new Uint8Array(5_000).buffer)).toEqual(nothing)
})
