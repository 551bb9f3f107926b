import { expect, it, vi } from 'vitest'
import { ApiError, NoAnswer } from '../problem'
import { useAct } from './act'

const refused = () => new ApiError({ status: 409, code: 'wrong_state', title: 'No', detail: '', errors: [] })

it('sends once however often it is clicked', async () => {
  const act = useAct()
  const waiting: (() => void)[] = []
  const send = vi.fn(() => new Promise<void>((resolve) => void waiting.push(resolve)))
  const first = act.run(send)
  expect(await act.run(send)).toBe(false)
  waiting[0]?.()
  expect(await first).toBe(true)
  expect(send).toHaveBeenCalledTimes(1)
})

it('keeps the key when no answer came, and takes a new one after an answer', async () => {
  const act = useAct()
  const keys: string[] = []
  const send = (outcome: Error | null) => (key: string) => {
    keys.push(key)
    return outcome ? Promise.reject(outcome) : Promise.resolve()
  }
  await act.run(send(new NoAnswer('gone')))
  await act.run(send(refused()))
  await act.run(send(null))
  await act.run(send(null))
  expect(keys[1]).toBe(keys[0])
  expect(new Set(keys).size).toBe(3)
  expect(act.error.value).toBeNull()
})

it('takes a new key for another body, even after a broken connection', async () => {
  let body = { name: 'one' }
  const act = useAct(() => body)
  const keys: string[] = []
  const send = (key: string) => {
    keys.push(key)
    return Promise.reject(new NoAnswer('gone'))
  }
  await act.run(send)
  body = { name: 'two' }
  await act.run(send)
  expect(keys[1]).not.toBe(keys[0])
})

it('shows what was refused and forgets it at the next try', async () => {
  const act = useAct()
  const problem = refused()
  expect(await act.run(() => Promise.reject(problem))).toBe(false)
  expect(act.error.value).toBe(problem)
  await act.run(() => Promise.resolve())
  expect(act.error.value).toBeNull()
})
