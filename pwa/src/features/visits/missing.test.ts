import { expect, test } from 'vitest'
import { product } from '@/offline/testing/counting'
import { answer, checkpoint, visit } from '@/offline/testing/samples'
import { answerDraft } from './drafts'
import { missingOf } from './missing'

const shelf = checkpoint('a', { answerType: 'photo', shelf: true })
const tea = { zh: '茶', en: 'Tea' }

test('an edit of anything else names the missing products again, and one of them replaces all', () => {
  const told = answer('a', { outcome: 'pass', missingProductIds: ['milk', 'tea'], version: 2 })
  const here = visit([shelf], { answers: [told] })
  expect(answerDraft(here, shelf, { note: '下层' }, []).body).toMatchObject({ missingProductIds: ['milk', 'tea'] })
  expect(answerDraft(here, shelf, { missingProductIds: ['tea'] }, []).body).toMatchObject({
    missingProductIds: ['tea'],
    ifVersion: 2,
  })
})

test('a missing product is called as the server says, else as the catalogue here does, else nothing', () => {
  const its = answer('a', {
    missingProductIds: ['tea', 'milk', 'bread'],
    missingProducts: [{ id: 'tea', code: 'T', name: tea }],
  })
  expect(missingOf(its, new Map([['milk', product()]])).map(({ id, name }) => [id, name?.zh])).toEqual([
    ['tea', '茶'],
    ['milk', '蒙牛纯牛奶'],
    ['bread', undefined],
  ])
})
