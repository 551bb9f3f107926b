import { expect, test } from 'vitest'
import { oneAtATime } from './oneAtATime'

test('calls while it runs are one more run after it, also when it fails', async () => {
  let runs = 0
  let fail: (reason: Error) => void = () => undefined
  const look = oneAtATime(() => {
    runs += 1
    return runs === 1 ? new Promise((_, reject) => (fail = reject)) : Promise.resolve()
  })
  const first = look()
  const others = [look(), look()]
  expect(runs).toBe(1)
  fail(new Error('no network'))
  await expect(first).rejects.toThrow('no network')
  await Promise.all(others)
  expect(runs).toBe(2)
  await look()
  expect(runs).toBe(3)
})
