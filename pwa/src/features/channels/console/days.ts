/** The instants of a span of days as this desk's clock has them: from the first one's start to the last one's end. */
export function dayBounds(from: string, to: string): { since: string | null; until: string | null } {
  if (from === '' || to === '') return { since: null, until: null }
  const end = new Date(`${to}T00:00:00`)
  end.setDate(end.getDate() + 1)
  return { since: new Date(`${from}T00:00:00`).toISOString(), until: end.toISOString() }
}
