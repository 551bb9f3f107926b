import type { ScopeNode } from '@/api/console/types'

/** The places in the server's order (parents before children), each with how deep it lies below the organization. */
export function depths(nodes: readonly ScopeNode[]): (ScopeNode & { depth: number })[] {
  const known = new Map<string, number>()
  return nodes.map((node) => {
    const depth = node.parentId === null ? 0 : (known.get(node.parentId) ?? -1) + 1
    known.set(node.id, depth)
    return { ...node, depth }
  })
}
