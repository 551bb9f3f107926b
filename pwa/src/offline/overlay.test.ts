import { expect, test } from 'vitest'
import { outcomeOf, visitWith, visitsWith } from './overlay'
import type { Command, CommandKind } from './records'
import { answer, checkpoint, store, template, visit } from './testing/samples'

let seq = 0
function command(
  kind: CommandKind,
  path: string,
  body: Record<string, unknown>,
  change: Partial<Command> = {},
): Command {
  return {
    seq: ++seq,
    id: `key-${seq}`,
    kind,
    lane: 'inspection:v',
    method: 'POST',
    path,
    body,
    target: null,
    about: null,
    owner: 'li',
    occurredAt: '2026-11-22T09:00:00.000Z',
    clockOffsetMs: 0,
    state: 'waiting',
    attempts: 0,
    notBefore: 0,
    doneAt: null,
    refusal: null,
    ...change,
  }
}
const answered = (id: string, body: Record<string, unknown>, change: Partial<Command> = {}) =>
  command('visit.answer', `/api/inspections/v/answers/${id}`, body, change)

test('an unsent answer shows at once and counts as answered', () => {
  const [shown] = visitsWith(
    [visit([checkpoint('a'), checkpoint('b')])],
    [],
    [],
    [answered('a', { outcome: 'fail', photos: [] })],
  )
  expect(shown?.answers.map(({ checkpointId, outcome }) => [checkpointId, outcome])).toEqual([
    ['a', 'fail'],
    ['b', 'unanswered'],
  ])
  expect(shown?.answered).toBe(1)
})

test('an answer that nothing was done to since is the same object at the next reading, sent or not', () => {
  const held = visit([checkpoint('a'), checkpoint('b'), checkpoint('c')])
  const [first, second] = [answered('a', { outcome: 'fail' }), answered('b', { outcome: 'pass' })]
  const before = visitWith(held, [first, second]).answers
  const again = answered('b', { outcome: 'notApplicable' }, { seq: second.seq })
  const after = visitWith(held, [{ ...first, state: 'sending', body: { ...first.body } }, again]).answers
  expect(after.map((each, at) => each === before[at])).toEqual([true, false, true])
  expect(after.map(({ outcome }) => outcome)).toEqual(['fail', 'notApplicable', 'unanswered'])
})

test('an edit that lost to another device does not show over what the server holds', () => {
  const held = visit([checkpoint('a')], { answers: [answer('a', { outcome: 'fail', version: 5 })] })
  const refusal = { status: 409, code: 'version_conflict', message: '', fields: [], current: { version: 5 } }
  const lost = answered('a', { outcome: 'pass', photos: [] }, { state: 'refused', refusal })
  expect(visitsWith([held], [], [], [lost])[0]?.answers[0]?.outcome).toBe('fail')
})

test('a new shelf photo is pending and never passed, an unchanged one keeps what was read', () => {
  const shelf = checkpoint('a', { answerType: 'photo', shelf: true, minAvailability: 0.9 })
  expect(outcomeOf(shelf, { photos: [{ id: 'p', sha256: '', size: 1 }], ifVersion: null })).toBe('pending')
  const detection = { state: 'read' as const, availability: 0.95, gaps: 0, outcome: 'pass' as const }
  const held = visit([shelf], { answers: [answer('a', { outcome: 'pass', photos: ['p'], detection })] })
  const note = answered('a', { photos: [{ id: 'p' }], note: '看过' })
  const other = answered('a', { photos: [{ id: 'q' }] })
  expect(visitsWith([held], [], [], [note])[0]?.answers[0]?.detection).toEqual(detection)
  expect(visitsWith([held], [], [], [other])[0]?.answers[0]?.detection).toBeNull()
})

test('missing products are an answer that waits for its photo, as the server has it', () => {
  const shelf = checkpoint('a', { answerType: 'photo', shelf: true, minAvailability: 0.9 })
  const [shown] = visitsWith([visit([shelf])], [], [], [answered('a', { photos: [], missingProductIds: ['milk'] })])
  expect(shown?.answers.map(({ outcome, missingProductIds }) => [outcome, missingProductIds])).toEqual([
    ['pending', ['milk']],
  ])
  expect(shown?.answered).toBe(1)
})

test('a number at its limits passes and beyond them fails', () => {
  const fridge = checkpoint('a', { answerType: 'number', numberMin: 0, numberMax: 8 })
  const of = (number: string) => outcomeOf(fridge, { number, photos: [], ifVersion: null })
  expect([of('0'), of('8'), of('8.1'), of('-0.5')]).toEqual(['pass', 'pass', 'fail', 'fail'])
})

test('a visit begun without network is there, with its checklist and its answers', () => {
  const start = command('visit.start', '/api/inspections', { id: 'v', storeId: 'store', templateId: 'template' })
  const shown = visitsWith(
    [],
    [template([checkpoint('a')])],
    [store],
    [start, answered('a', { outcome: 'pass', photos: [] })],
  )
  expect(shown).toHaveLength(1)
  expect(shown[0]).toMatchObject({ id: 'v', storeName: '人民路店', status: 'started', answered: 1, total: 1 })
})

test('a colleague’s visit that was taken over here is one’s own at once, and then begins', () => {
  const colleagues = visit([], { status: 'planned', inspectorId: 'wang', inspectorName: '王' })
  const take = command('visit.take', '/api/inspections/v/hand-over', { inspectorId: 'li', ifVersion: 1 })
  const start = command('visit.start', '/api/inspections/v/start', {})
  expect(visitsWith([colleagues], [], [], [take])[0]).toMatchObject({ status: 'planned', inspectorId: 'li' })
  expect(visitsWith([colleagues], [], [], [take, start])[0]).toMatchObject({ status: 'started', inspectorId: 'li' })
})
