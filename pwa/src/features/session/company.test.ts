import { beforeEach, expect, it, vi } from 'vitest'
import { useCompany } from './company'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})

it('asks nobody for a company code, and sends none', () => {
  const company = useCompany(undefined)
  expect(company.open.value).toBe(false)
  expect(company.organization()).toBeNull()
})

it('begins with the code of the last log-in on this device', () => {
  const first = useCompany(undefined)
  first.code.value = ' huadong '
  first.keep()
  const next = useCompany(undefined)
  expect([next.open.value, next.organization()]).toEqual([true, 'huadong'])
})

it('takes the code of the link before the one that the device remembers', () => {
  const first = useCompany('huadong')
  first.keep()
  expect(useCompany('huanan').organization()).toBe('huanan')
})

it('forgets the code after a log-in without one', () => {
  useCompany('huadong').keep()
  const next = useCompany(undefined)
  next.code.value = ' '
  next.keep()
  expect(useCompany(undefined).open.value).toBe(false)
})
