import { expect, test } from 'vitest'
import { ref } from 'vue'
import { useVisitPair, type ShelfVisit } from './useVisitPair'

const visit = (day: number): ShelfVisit => ({
  inspectionId: `visit${day}`,
  photoId: `photo${day}`,
  photos: [`photo${day}`],
  at: `2026-11-0${day}T02:00:00Z`,
  availability: 0.9,
  corrected: false,
  marks: [],
  facings: 20,
  gaps: 2,
})

const named = ({ pair }: ReturnType<typeof useVisitPair>) => [pair.value?.before.photoId, pair.value?.after.photoId]

test('a visit stands against the one before it, the first one against the next, and against any that is picked', async () => {
  const chosen = ref('visit3')
  const pair = useVisitPair(
    () => [1, 2, 3].map(visit),
    () => chosen.value,
  )
  expect(named(pair)).toEqual(['photo2', 'photo3'])
  pair.other.value = 'visit1'
  expect(named(pair)).toEqual(['photo1', 'photo3'])
  chosen.value = 'visit1'
  await Promise.resolve()
  expect(named(pair)).toEqual(['photo1', 'photo2'])
  expect(pair.others.value.map(({ inspectionId }) => inspectionId)).toEqual(['visit3', 'visit2'])
})

test('one visit alone is compared with nothing', () => {
  const pair = useVisitPair(
    () => [visit(1)],
    () => 'visit1',
  )
  expect([pair.visit.value?.inspectionId, pair.other.value, pair.pair.value]).toEqual(['visit1', null, null])
})
