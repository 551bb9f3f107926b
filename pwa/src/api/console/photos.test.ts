import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createApi } from '../client'
import { NoAnswer } from '../problem'
import type { PhotoForm } from '../types'
import { sendPhoto } from './photos'

const api = createApi({ csrf: () => 'csrf', locale: () => 'zh', signedOut: () => undefined })
const photo: PhotoForm = {
  id: 'p1',
  storeId: 's1',
  purpose: 'evidence',
  sha256: 'a'.repeat(64),
  size: 3,
  contentType: 'image/jpeg',
  capture: { takenAt: '2026-11-29T08:00:00Z', source: 'gallery', position: null, device: 'Chrome' },
}
const bytes = new Uint8Array([1, 2, 3]).buffer
const UPLOAD = { url: '/objects', fields: { key: 'k1', policy: 'signed' } }

/** A server that says of the photo, look after look, what `states` says, and takes the upload with `status`. */
function serverOf(states: { state: string; reason?: string }[], status = 204, upload: typeof UPLOAD | null = UPLOAD) {
  const heard: string[] = []
  const bodies: unknown[] = []
  const steps: (number | string)[] = []
  const pauses: number[] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    heard.push(`${init.method} ${path}`)
    if (typeof init.body === 'string') bodies.push(JSON.parse(init.body))
    const look = init.method === 'GET' ? (states.length > 1 ? states.shift() : states[0]) : {}
    const body = path === '/api/photos' ? { upload } : look
    return Promise.resolve(new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } }))
  })
  const way = {
    upload: (url: string, form: FormData, progress: (share: number) => void) => {
      heard.push(`UPLOAD ${url} ${[...form.keys()].join()}`)
      progress(0.5)
      return Promise.resolve(status)
    },
    pause: (ms: number) => {
      pauses.push(ms)
      return Promise.resolve()
    },
  }
  const on = { sending: (share: number) => void steps.push(share), checking: () => void steps.push('checking') }
  return { heard, bodies, steps, pauses, send: () => sendPhoto(api, photo, bytes, on, way) }
}
beforeEach(() => vi.unstubAllGlobals())
afterEach(() => vi.unstubAllGlobals())

test('a photo is registered, uploaded with the file last, completed, and looked at until the server has judged it', async () => {
  const { heard, bodies, steps, pauses, send } = serverOf([
    { state: 'uploaded' },
    { state: 'uploaded' },
    { state: 'ready' },
  ])
  expect(await send()).toEqual({ state: 'ready' })
  expect(heard).toEqual([
    'POST /api/photos',
    'UPLOAD /objects key,policy,file',
    'POST /api/photos/p1/complete',
    'GET /api/photos/p1',
    'GET /api/photos/p1',
    'GET /api/photos/p1',
  ])
  expect(bodies).toEqual([photo, {}])
  expect(steps).toEqual([0, 0.5, 'checking'])
  expect(pauses).toHaveLength(2)
})

test('what the server holds already is not uploaded again', async () => {
  const { heard, send } = serverOf([{ state: 'ready' }], 204, null)
  await send()
  expect(heard).toEqual(['POST /api/photos', 'GET /api/photos/p1'])
})

test('a picture that is unfit comes back with the reason', async () => {
  const { send } = serverOf([{ state: 'refused', reason: 'too_small' }])
  expect(await send()).toEqual({ state: 'refused', reason: 'too_small' })
})

test.each([403, 503])(
  'an upload that the store answers with %i is not completed, and may be tried again',
  async (status) => {
    const { heard, send } = serverOf([{ state: 'awaiting' }], status)
    await expect(send()).rejects.toThrow(NoAnswer)
    expect(heard).toEqual(['POST /api/photos', 'UPLOAD /objects key,policy,file'])
  },
)

test('where judging takes long nobody waits for ever', async () => {
  const { pauses, send } = serverOf([{ state: 'uploaded' }])
  expect(await send()).toEqual({ state: 'uploaded' })
  expect(pauses.reduce((sum, ms) => sum + ms)).toBeLessThan(30_000)
})
