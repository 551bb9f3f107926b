import { expect, test } from 'vitest'
import { detailOf, faultOf, greyOf, lightOf } from './quality'

const [WIDTH, HEIGHT] = [160, 120]

/** Grey levels by a rule; packs of six pixels with a label of two inside are what a shelf looks like. */
function picture(level: (x: number, y: number) => number): Float32Array {
  return Float32Array.from({ length: WIDTH * HEIGHT }, (_, at) => level(at % WIDTH, Math.floor(at / WIDTH)))
}
const shelf = picture((x, y) => 40 + ((Math.floor(x / 6) * 37 + Math.floor(y / 6) * 53) % 200))

/** The mean of `length` pixels beside or below one another, as a hand that moves smears them. */
function smeared(grey: Float32Array, length: number, along: 'row' | 'column'): Float32Array {
  return picture((x, y) => {
    let sum = 0
    for (let step = 0; step < length; step++) {
      const across = along === 'row' ? Math.min(WIDTH - 1, x + step) : x
      const down = along === 'column' ? Math.min(HEIGHT - 1, y + step) : y
      sum += grey[down * WIDTH + across] ?? 0
    }
    return sum / length
  })
}

test('a sharp, well lit shelf is fine', () => {
  expect(faultOf(shelf, WIDTH, HEIGHT)).toBeNull()
})

test('a shot that is smeared in one direction only is blurred, whatever edges stay sharp in the other', () => {
  expect(faultOf(smeared(shelf, 18, 'row'), WIDTH, HEIGHT)).toBe('blurred')
  expect(faultOf(smeared(shelf, 18, 'column'), WIDTH, HEIGHT)).toBe('blurred')
  expect(detailOf(smeared(shelf, 18, 'row'), WIDTH, HEIGHT)).toBeLessThan(detailOf(shelf, WIDTH, HEIGHT) / 10)
})

test('an even wall is blurred and not dark; a lens under a finger is dark', () => {
  expect(
    faultOf(
      picture(() => 180),
      WIDTH,
      HEIGHT,
    ),
  ).toBe('blurred')
  expect(
    faultOf(
      shelf.map((level) => level * 0.2),
      WIDTH,
      HEIGHT,
    ),
  ).toBe('dark')
})

test('goods under light before a black cooler are light enough', () => {
  const cooler = picture((x, y) => (x < WIDTH * 0.75 ? 5 : (shelf[y * WIDTH + x] ?? 0)))
  expect(lightOf(cooler)).toBeGreaterThan(80)
})

test('green counts most, as to the eye', () => {
  expect([...greyOf(new Uint8ClampedArray([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255]))].map(Math.round)).toEqual([
    76, 150, 29,
  ])
})
