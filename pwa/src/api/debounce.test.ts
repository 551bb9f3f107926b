import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { debounced } from './debounce'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('runs once for a burst', () => {
  const run = vi.fn()
  const burst = debounced(run, { quietMs: 500, longestMs: 3000 })
  for (let i = 0; i < 5; i++) {
    burst.call()
    vi.advanceTimersByTime(100)
  }
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(400)
  expect(run).toHaveBeenCalledTimes(1)
})

it('does not wait for ever while changes keep coming', () => {
  const run = vi.fn()
  const burst = debounced(run, { quietMs: 500, longestMs: 1000 })
  for (let i = 0; i < 10; i++) {
    burst.call()
    vi.advanceTimersByTime(250)
  }
  expect(run).toHaveBeenCalledTimes(2)
})

it('does nothing after it was cancelled', () => {
  const run = vi.fn()
  const burst = debounced(run, { quietMs: 500, longestMs: 1000 })
  burst.call()
  burst.cancel()
  vi.advanceTimersByTime(2000)
  expect(run).not.toHaveBeenCalled()
})
