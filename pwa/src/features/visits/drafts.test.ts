import { expect, test } from 'vitest'
import { offered } from '@/api/testing/contract'
import { answer, checkpoint, store, template, visit } from '@/offline/testing/samples'
import { answerDraft, decisionDraft, freshStart, namedPhotos, plannedStart, submissionDraft } from './drafts'
import { takeDraft } from './takeOver'

const points = [checkpoint('a')]
const here = visit(points)
const nowhere = { position: null, checkIn: null }

test('every command of a visit is one that the server offers, in the lane of its visit', () => {
  const { id, ...started } = freshStart(store, template(points), nowhere)
  const drafts = [
    plannedStart(here, nowhere),
    answerDraft(here, checkpoint('a'), { outcome: 'pass' }, []),
    decisionDraft(here, checkpoint('a'), 'fail'),
    submissionDraft(here),
    takeDraft(here, { id: 'li', name: '李' }),
  ]
  const own = freshStart(store, template(points), nowhere, true)
  for (const { method, path } of [started, own, ...drafts]) expect([path, offered(method, path)]).toEqual([path, true])
  expect(drafts.map(({ lane }) => lane)).toEqual(Array(5).fill('inspection:v'))
  expect(started.lane).toBe(`inspection:${id}`)
})

test('a visit begun without network names the version of the checklist that was shown', () => {
  expect(freshStart(store, template(points), nowhere).body).toMatchObject({
    templateId: 'template',
    templateVersionId: 'version',
  })
})

test('a second phone that changes the note names the photo of the first one again', () => {
  const photo = { id: 'p', sha256: 'f'.repeat(64), size: 9 }
  const told = answer('a', { outcome: 'pass', photos: ['p'], photoSpecs: [photo], version: 3 })
  const { body } = answerDraft(
    visit(points, { answers: [told] }),
    checkpoint('a'),
    { note: '下层' },
    namedPhotos(told, []),
  )
  expect(body).toMatchObject({ note: '下层', photos: [photo], ifVersion: 3 })
})

test('a photo taken here is named before the server has heard of it, in the order of the answer', () => {
  const [theirs, mine] = ['theirs', 'mine'].map((id) => ({ id, sha256: 'f'.repeat(64), size: 9 }))
  const shown = answer('a', { photos: ['mine', 'theirs'], photoSpecs: theirs ? [theirs] : [] })
  expect(namedPhotos(shown, [mine, undefined])).toEqual([mine, theirs])
})
