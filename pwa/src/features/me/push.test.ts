import { expect, it } from 'vitest'
import { obstacle } from './push'

const ALL = { serviceWorker: true, pushManager: true, installed: false }
const NONE = { serviceWorker: false, pushManager: false, installed: false }
const WECOM = 'Mozilla/5.0 (Linux; Android 14) Chrome/116 Mobile Safari/537.36 wxwork/4.1 MicroMessenger/7.0.1'
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1'
const ANDROID = 'Mozilla/5.0 (Linux; Android 14) Chrome/131 Mobile Safari/537.36'

it('asks what there is, not who it is', () => {
  expect(obstacle({ ...ALL, agent: WECOM })).toBeNull()
  expect(obstacle({ ...ALL, agent: ANDROID })).toBeNull()
  expect(obstacle({ ...ALL, installed: true, agent: IPHONE })).toBeNull()
})

it('tells a web view from an iPhone that is not on the Home Screen and from a browser that cannot', () => {
  expect(obstacle({ ...NONE, agent: WECOM })).toBe('embedded')
  expect(obstacle({ ...NONE, agent: `${IPHONE} DingTalk/7.0` })).toBe('embedded')
  expect(obstacle({ ...NONE, serviceWorker: true, agent: IPHONE })).toBe('installFirst')
  expect(obstacle({ ...NONE, installed: true, agent: IPHONE })).toBe('unsupported')
  expect(obstacle({ ...NONE, agent: ANDROID })).toBe('unsupported')
})
