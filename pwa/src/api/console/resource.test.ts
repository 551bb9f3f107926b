import { effectScope, nextTick, ref } from 'vue'
import { expect, it } from 'vitest'
import type { Page } from '../types'
import { useListing, useResource } from './resource'

const settled = async () => {
  for (let i = 0; i < 5; i++) await nextTick()
}

it('drops the answer to a question that was overtaken', async () => {
  const answers: ((value: string) => void)[] = []
  const id = ref(1)
  const { data } = effectScope().run(() =>
    useResource(() => new Promise<string>((resolve) => answers.push(resolve)), { of: id }),
  ) as ReturnType<typeof useResource<string>>
  id.value = 2
  await nextTick()
  answers[1]?.('second')
  answers[0]?.('first')
  await settled()
  expect(data.value).toBe('second')
})

it('keeps what is shown while it is read again and fails', async () => {
  let fail = false
  const { data, error, reload } = effectScope().run(() =>
    useResource(() => (fail ? Promise.reject(new Error('no')) : Promise.resolve('shown'))),
  ) as ReturnType<typeof useResource<string>>
  await settled()
  fail = true
  await reload()
  expect(data.value).toBe('shown')
  expect(error.value).toBeInstanceOf(Error)
})

const numbers = (cursor: string | null): Promise<Page<number>> => {
  const from = Number(cursor ?? 0)
  return Promise.resolve({ items: [from, from + 1], next: from < 4 ? String(from + 2) : null })
}

it('adds pages until the end, and reads as many again', async () => {
  const list = effectScope().run(() => useListing(numbers)) as ReturnType<typeof useListing<number>>
  await settled()
  expect(list.rows.value).toEqual([0, 1])
  await list.more()
  await list.more()
  expect(list.rows.value).toEqual([0, 1, 2, 3, 4, 5])
  expect(list.hasMore.value).toBe(false)
  await list.more()
  await list.reload()
  expect(list.rows.value).toEqual([0, 1, 2, 3, 4, 5])
})
