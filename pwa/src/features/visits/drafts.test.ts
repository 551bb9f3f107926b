import { expect, test } from 'vitest'
import { offered } from '@/api/testing/contract'
import { checkpoint, store, template, visit } from '@/offline/testing/samples'
import { answerDraft, decisionDraft, freshStart, plannedStart, submissionDraft } from './drafts'

const points = [checkpoint('a')]
const here = visit(points)

test('every command of a visit is one that the server offers, in the lane of its visit', () => {
  const { id, ...started } = freshStart(store, template(points), null)
  const drafts = [
    plannedStart(here, null),
    answerDraft(here, checkpoint('a'), { outcome: 'pass' }, []),
    decisionDraft(here, checkpoint('a'), 'fail'),
    submissionDraft(here),
  ]
  for (const { method, path } of [started, ...drafts]) expect([path, offered(method, path)]).toEqual([path, true])
  expect(drafts.map(({ lane }) => lane)).toEqual(Array(4).fill('inspection:v'))
  expect(started.lane).toBe(`inspection:${id}`)
})

test('a visit begun without network names the version of the checklist that was shown', () => {
  expect(freshStart(store, template(points), null).body).toMatchObject({
    templateId: 'template',
    templateVersionId: 'version',
  })
})
