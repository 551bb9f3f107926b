import { beforeAll, expect, it, vi } from 'vitest'
import { files } from '../../apps/mobile/messages'
import { setLocale, setupI18n, type Translator } from './setup'

let i18n: Translator

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: { lang: '' } })
  i18n = await setupI18n(files, 'en')
})

it('says one and several as English does, by the count alone', () => {
  const said = (count: number) => i18n.global.t('visit.openTasks', { count })
  expect([0, 1, 2].map(said)).toEqual(['0 open tasks', '1 open task', '2 open tasks'])
  expect(i18n.global.t('task.returnedTimes', { count: 1 })).toBe('returned once')
})

it('needs no plural in Chinese', async () => {
  await setLocale(i18n, files, 'zh')
  expect(i18n.global.t('task.returnedTimes', { count: 1 })).toBe('退回 1 次')
})
