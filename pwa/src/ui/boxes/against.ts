import type { Box } from '@/api/types'
import type { Edges } from './edges'

export type Mark = 'added' | 'moved' | 'relabelled' | null

export interface Against<B extends Box> {
  /** The person's boxes, each with what became of the model's. */
  marks: Map<B, Mark>
  /** Boxes of the model's that the person took away. */
  removed: Box[]
  counts: Record<'added' | 'removed' | 'moved' | 'relabelled', number>
}

// As the server counts: from half an overlap on, two boxes are one thing.
const SAME_PLACE = 0.5

const area = ({ x0, y0, x1, y1 }: Edges) => (x1 - x0) * (y1 - y0)
const sameEdges = (a: Edges, b: Edges) => a.x0 === b.x0 && a.y0 === b.y0 && a.x1 === b.x1 && a.y1 === b.y1

/** How much of what two boxes cover they both cover, 0 to 1. */
function overlap(a: Edges, b: Edges): number {
  const wide = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)
  const high = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)
  if (wide <= 0 || high <= 0) return 0
  return (wide * high) / (area(a) + area(b) - wide * high)
}

/** Hold a person's boxes against the model's, the nearest first. */
export function against<B extends Box>(model: readonly Box[], own: readonly B[]): Against<B> {
  const marks = new Map<B, Mark>()
  const left = new Set(model)
  for (const box of own) {
    const same = [...left].find((before) => before.label === box.label && sameEdges(before, box))
    if (!same) continue
    left.delete(same)
    marks.set(box, null)
  }
  const pairs = [...left]
    .flatMap((before) =>
      own.filter((box) => !marks.has(box)).map((box) => ({ before, box, share: overlap(before, box) })),
    )
    .filter(({ share }) => share >= SAME_PLACE)
    .sort((a, b) => b.share - a.share)
  for (const { before, box } of pairs) {
    if (marks.has(box) || !left.delete(before)) continue
    marks.set(box, before.label === box.label ? 'moved' : 'relabelled')
  }
  for (const box of own) if (!marks.has(box)) marks.set(box, 'added')
  const count = (mark: Mark) => [...marks.values()].filter((each) => each === mark).length
  const counts = { added: count('added'), removed: left.size, moved: count('moved'), relabelled: count('relabelled') }
  return { marks, removed: [...left], counts }
}
