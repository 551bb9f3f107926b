/**
 * The wall after its first part was read again: what changed is replaced, what is new hangs before the rest. Photos
 * further down stay as they are, so that a wall of thousands is not read anew for each photo that arrives.
 */
export function merged<T extends { id: string }>(rows: T[], fresh: T[]): T[] {
  const renewed = new Map(fresh.map((row) => [row.id, row]))
  const known = new Set(rows.map(({ id }) => id))
  return [...fresh.filter(({ id }) => !known.has(id)), ...rows.map((row) => renewed.get(row.id) ?? row)]
}
