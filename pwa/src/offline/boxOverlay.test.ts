import { expect, test } from 'vitest'
import type { Photo } from '@/api/types'
import { photoWith } from './boxOverlay'
import type { Command } from './records'

const box = (label: 'product' | 'gap') => ({ label, score: 1, x0: 0.2, y0: 0, x1: 0.3, y1: 0.2 })
const photo = {
  id: 'p',
  reading: { state: 'read', boxes: [box('product')], rows: [], availability: 1, version: 0 },
} as unknown as Photo
const edit = {
  kind: 'photo.boxes',
  lane: 'boxes:p',
  body: { boxes: [box('gap')], ifVersion: 0 },
  state: 'waiting',
  refusal: null,
} as unknown as Command

test('boxes that wait show on their photo, without figures that only the server measures', () => {
  const { photo: shown, edited } = photoWith(photo, [edit])
  expect(edited).toBe(true)
  expect(shown?.reading?.boxes).toEqual([box('gap')])
  expect(shown?.reading?.availability).toBeNull()
})

test('what was sent, what is of another photo and what lost to another person is not laid over', () => {
  const current = { version: 1 }
  for (const other of [
    { ...edit, state: 'done' },
    { ...edit, lane: 'boxes:q' },
    { ...edit, state: 'refused', refusal: { current } },
  ]) {
    expect(photoWith(photo, [other as unknown as Command])).toEqual({ photo, edited: false })
  }
})
