import { expect, test } from 'vitest'
import { product } from '@/offline/testing/counting'
import { answer, checkpoint, visit } from '@/offline/testing/samples'
import { answerDraft } from './drafts'
import { missingOf, seenAmount } from './missing'

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
    missingProducts: [
      { id: 'tea', code: 'T', name: tea, unitName: tea, quantity: null, lotCode: null, expiresOn: null },
    ],
  })
  expect(missingOf(its, new Map([['milk', product()]])).map(({ id, name }) => [id, name?.zh])).toEqual([
    ['tea', '茶'],
    ['milk', '蒙牛纯牛奶'],
    ['bread', undefined],
  ])
})

test('what was seen of a product of a finding goes with every edit, until the product is taken out or it passes', () => {
  const point = checkpoint('a')
  const seen = [{ productId: 'tea', quantity: '2.5', lotCode: 'L-7', expiresOn: null }]
  const told = answer('a', { outcome: 'fail', missingProductIds: ['milk', 'tea'], productsSeen: seen, version: 2 })
  const here = visit([point], { answers: [told] })
  expect(answerDraft(here, point, { note: '下层' }, []).body).toMatchObject({ productsSeen: seen })
  expect(answerDraft(here, point, { missingProductIds: ['milk'] }, []).body).not.toHaveProperty('productsSeen')
  expect(answerDraft(here, point, { outcome: 'pass' }, []).body).not.toHaveProperty('productsSeen')
  expect(missingOf(told, new Map()).map(({ quantity, lotCode }) => [quantity, lotCode])).toEqual([
    [null, null],
    ['2.5', 'L-7'],
  ])
})

test('an amount is above nothing and to a gram; nothing typed is none', () => {
  expect(['', ' 2,5 ', '0.001', '24'].map(seenAmount)).toEqual([null, '2.5', '0.001', '24'])
  expect(['0', '-1', '1.2345', 'x', '9999999'].map(seenAmount)).toEqual(Array(5).fill(undefined))
})
