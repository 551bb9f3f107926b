import type { Region } from '@/api/console/types'

/** A region as a line of the tree: how deep it lies, and the stores of it and of all regions below it. */
export interface Branch {
  region: Region
  id: string
  depth: number
  stores: number
}

/** The regions as a tree reads from top to bottom, each before those below it, in the order given. */
export function branchesOf(regions: readonly Region[]): Branch[] {
  const below = (parentId: string | null, depth: number): Branch[] =>
    regions
      .filter((region) => region.parentId === parentId)
      .flatMap((region) => {
        const under = below(region.id, depth + 1)
        const children = under.filter((branch) => branch.depth === depth + 1)
        const stores = children.reduce((sum, branch) => sum + branch.stores, region.storeCount)
        return [{ region, id: region.id, depth, stores }, ...under]
      })
  return below(null, 0)
}

/** Where a region may be put: below any but itself and those below it. */
export function parentsFor(regions: readonly Region[], id: string | null): Branch[] {
  const branches = branchesOf(regions)
  const at = branches.findIndex((branch) => branch.id === id)
  const own = branches[at]
  if (!own) return branches
  const end = branches.findIndex((branch, index) => index > at && branch.depth <= own.depth)
  return branches.filter((_, index) => index < at || (end !== -1 && index >= end))
}
