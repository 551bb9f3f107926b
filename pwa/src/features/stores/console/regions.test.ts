import { expect, it } from 'vitest'
import { branchesOf, parentsFor } from './regions'

const region = (id: string, parentId: string | null, storeCount = 1) => ({
  id,
  parentId,
  name: id,
  storeCount,
  version: 1,
})
const regions = [
  region('east', null, 0),
  region('hangzhou', 'shanghai', 2),
  region('shanghai', 'east', 3),
  region('south', null),
]

it('reads from the top down, and counts the stores of what lies below', () => {
  expect(branchesOf(regions).map(({ id, depth, stores }) => [id, depth, stores])).toEqual([
    ['east', 0, 5],
    ['shanghai', 1, 5],
    ['hangzhou', 2, 2],
    ['south', 0, 1],
  ])
})

it('offers no place below the region itself', () => {
  const ids = (id: string | null) => parentsFor(regions, id).map((branch) => branch.id)
  expect(ids('shanghai')).toEqual(['east', 'south'])
  expect(ids('east')).toEqual(['south'])
  expect(ids('south')).toEqual(['east', 'shanghai', 'hangzhou'])
  expect(ids(null)).toHaveLength(4)
})
