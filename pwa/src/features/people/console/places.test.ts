import { expect, it } from 'vitest'
import { depths } from './places'

const node = (id: string, parentId: string | null) => ({ id, parentId, kind: 'region', name: id })

it('tells how deep each place lies', () => {
  const tree = [node('chain', null), node('east', 'chain'), node('shanghai', 'east'), node('west', 'chain')]
  expect(depths(tree).map((place) => [place.id, place.depth])).toEqual([
    ['chain', 0],
    ['east', 1],
    ['shanghai', 2],
    ['west', 1],
  ])
})
