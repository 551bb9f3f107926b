import { expect, test } from 'vitest'
import type { Command, LocalPhoto } from './records'
import { uploadView } from './uploadPhase'

const local = (step: LocalPhoto['step'] = 'upload') => ({ id: 'p', step }) as LocalPhoto
const command = (state: Command['state'], attempts = 0) => ({ state, attempts }) as Command
const phase = (...facts: Parameters<typeof uploadView>) => uploadView(...facts).phase

test('a photo is said to be under way only while bytes are going out', () => {
  expect(phase(local(), command('waiting'), null, true)).toBe('waiting')
  expect(uploadView(local(), command('sending', 1), 0.62, true)).toMatchObject({ phase: 'sending', share: 0.62 })
  expect(phase(local(), command('waiting', 1), null, true)).toBe('retrying')
  expect(phase(local('confirm'), command('waiting', 2), 1, true)).toBe('checking')
})

test('without network nothing is said to be under way, whatever was sent before it went', () => {
  expect(phase(local(), command('waiting', 1), 0.62, false)).toBe('offline')
  expect(phase(local('confirm'), command('waiting', 1), 1, false)).toBe('offline')
})

test('a refused photo says so also without network', () => {
  expect(phase(local(), command('refused', 3), null, false)).toBe('refused')
})
