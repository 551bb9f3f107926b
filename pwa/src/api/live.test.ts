import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLive, type Notice } from './live'

/** A stream as a server would send it. */
class FakeSource extends EventTarget {
  closed = false
  close(): void {
    this.closed = true
  }
  say(event: string, data: unknown = {}): void {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }))
  }
}

const READ: Notice = { kind: 'shelves.read', subjectId: 'photo', storeId: 'store' }

function opened() {
  const sources: FakeSource[] = []
  const live = createLive(() => {
    const source = new FakeSource()
    sources.push(source)
    return source as unknown as EventSource
  })
  const heard: (Notice | null)[] = []
  live.listen((notice) => heard.push(notice))
  live.open()
  const last = () => sources.at(-1) as FakeSource
  return { live, sources, heard, last }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('changes are told; what did not fit is told as "read anew"', () => {
  const { live, heard, last } = opened()
  live.open()
  last().say('ready')
  last().say('change', READ)
  last().say('missed')
  expect(heard).toEqual([READ, null])
  expect(live.connected.value).toBe(true)
})

test('a stream that ends is opened again, ever later, and then something may have been missed', () => {
  const { live, sources, heard, last } = opened()
  last().say('ready')
  last().say('error')
  expect([live.connected.value, last().closed]).toEqual([false, true])
  vi.advanceTimersByTime(1_200)
  last().say('error')
  vi.advanceTimersByTime(1_500)
  expect(sources).toHaveLength(2)
  vi.advanceTimersByTime(900)
  last().say('ready')
  expect([sources.length, heard]).toEqual([3, [null]])
})

test('closed, it stays so', () => {
  const { live, sources, last } = opened()
  last().say('error')
  live.close()
  vi.advanceTimersByTime(60_000)
  expect(sources).toHaveLength(1)
})
