import { expect, test } from 'vitest'
import { sightingsOf } from './sightings'

test('a code that stays in the picture counts once, however long and with blurred moments', () => {
  const isNew = sightingsOf()
  const frames = [0, 150, 300, 1_100, 2_200, 3_300].map((at) => isNew('6901234567892', at))
  expect(frames).toEqual([true, false, false, false, false, false])
  expect(isNew(null, 3_500)).toBe(false)
  expect(isNew('6901234567892', 4_000)).toBe(false)
})

test('it counts again when it was out of the picture, and at once when another code came in between', () => {
  const isNew = sightingsOf()
  expect(isNew('a', 0)).toBe(true)
  expect(isNew('a', 1_200)).toBe(true)
  expect(isNew('b', 1_300)).toBe(true)
  expect(isNew('a', 1_400)).toBe(true)
})

test('what was counted before the camera was away for a moment, and still lies there, does not count again', () => {
  const isNew = sightingsOf('a')
  expect([isNew(null, 9_000), isNew('a', 9_400), isNew('a', 10_900), isNew('b', 11_000)]).toEqual([
    false,
    false,
    true,
    true,
  ])
  expect(sightingsOf('a')('b', 5)).toBe(true)
})
