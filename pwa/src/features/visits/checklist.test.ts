import { expect, test } from 'vitest'
import { answer, checkpoint, visit } from '@/offline/testing/samples'
import { partsOf, passable, tallyOf } from './checklist'
import { answerDraft, saidOutcome } from './drafts'

test('one tap passes a section but for critical, photographed and answered points', () => {
  const checkpoints = [
    checkpoint('plain'),
    checkpoint('critical', { critical: true }),
    checkpoint('photographed', { photoRule: 'always' }),
    checkpoint('shelf', { answerType: 'photo', shelf: true }),
    checkpoint('failed'),
  ]
  const answers = [answer('failed', { outcome: 'fail', version: 1 })]
  const [part] = partsOf(visit(checkpoints, { answers }))
  expect(part && passable(part).map(({ id }) => id)).toEqual(['plain'])
})

test('a visit cannot end without required answers and the photos that failed points ask for', () => {
  const checkpoints = [
    checkpoint('open'),
    checkpoint('optional', { required: false }),
    checkpoint('failed', { photoRule: 'onFail' }),
    checkpoint('absent', { photoRule: 'always' }),
  ]
  const answers = [answer('failed', { outcome: 'fail' }), answer('absent', { outcome: 'notApplicable' })]
  const tally = tallyOf(partsOf(visit(checkpoints, { answers })))
  expect(tally.missing.map(({ checkpoint: { id } }) => id)).toEqual(['open', 'failed'])
  expect(tally.skipped.map(({ checkpoint: { id } }) => id)).toEqual(['optional'])
})

test('a condition asks at once, and hides again what it asked, with what hangs on that', () => {
  const checkpoints = [
    checkpoint('sold', { answerType: 'choice' }),
    checkpoint('core', { condition: { key: 'sold', outcomes: [], choices: ['full'] } }),
    checkpoint('probe', { condition: { key: 'core', outcomes: ['fail'], choices: [] } }),
    checkpoint('kitchen', { formats: ['restaurant'] }),
  ]
  const ids = (choice: string | null, core: 'fail' | 'unanswered' = 'unanswered') => {
    const sold = answer('sold', { outcome: choice ? 'pass' : 'unanswered', value: { choice } })
    const seen = visit(checkpoints, { storeFormat: 'drinks', answers: [sold, answer('core', { outcome: core })] })
    return partsOf(seen).flatMap(({ items }) => items.map(({ checkpoint: { id } }) => id))
  }
  expect(ids(null)).toEqual(['sold'])
  expect(ids('full')).toEqual(['sold', 'core'])
  expect(ids('full', 'fail')).toEqual(['sold', 'core', 'probe'])
  expect(ids('none', 'fail')).toEqual(['sold'])
})

test('a failure wants as many photos as its rule says, and its note', () => {
  const till = checkpoint('till', { photoRule: 'onFail', minPhotos: 3, noteRule: 'onFail' })
  const failed = answer('till', { outcome: 'fail', photos: ['a', 'b'], notLive: ['b'] })
  const [part] = partsOf(visit([till], { answers: [failed] }))
  expect(part?.items[0]).toMatchObject({ photosWanted: 2, needsNote: true })
  const [passed] = partsOf(visit([till], { answers: [{ ...failed, outcome: 'pass' }] }))
  expect(passed?.items[0]).toMatchObject({ photosWanted: 0, needsNote: false })
})

test('an edited note keeps number and photos and leaves the outcome to the limits', () => {
  const fridge = checkpoint('fridge', { answerType: 'number', numberMax: 8 })
  const given = answer('fridge', { outcome: 'fail', value: { number: 9 }, photos: ['p'], version: 4 })
  const kept = [{ id: 'p', sha256: 'ab', size: 3 }]
  const draft = answerDraft(visit([fridge], { answers: [given] }), fridge, { note: '已报修' }, kept)
  expect(draft.body).toEqual({ number: '9', note: '已报修', photos: kept, ifVersion: 4 })
})

test('what the model decided is not repeated as the word of the inspector', () => {
  const shelf = checkpoint('shelf', { answerType: 'photo', shelf: true })
  expect(saidOutcome(shelf, answer('shelf', { outcome: 'fail' }))).toBeNull()
  expect(saidOutcome(shelf, answer('shelf', { outcome: 'pass', overruled: true }))).toBe('pass')
})
