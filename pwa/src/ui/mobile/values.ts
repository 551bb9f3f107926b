type Translate = (key: string, named?: Record<string, unknown>) => string

const OUTCOMES = ['pass', 'fail', 'notApplicable', 'pending', 'unanswered']

/** The parts of an answer or verdict in words, to show two of them side by side. */
export function valuesOf(state: Record<string, unknown>, t: Translate): string[] {
  const nested = state['value']
  const value = typeof nested === 'object' && nested !== null ? (nested as Record<string, unknown>) : {}
  const found: string[] = []
  const outcome = state['outcome']
  if (typeof outcome === 'string' && OUTCOMES.includes(outcome)) found.push(t(`answer.${outcome}`))
  for (const name of ['number', 'choice', 'text', 'note']) {
    const part = state[name] ?? value[name]
    if (typeof part === 'string' || typeof part === 'number') found.push(String(part))
  }
  const { firstDay, lastDay } = state
  if (typeof firstDay === 'string' && typeof lastDay === 'string') found.push(`${firstDay} – ${lastDay}`)
  if ('uplift' in state && state['status'] === 'cancelled') found.push(t('signal.cancelled'))
  const boxes = state['boxes']
  if (Array.isArray(boxes)) {
    const gaps = (boxes as { label: string }[]).filter(({ label }) => label === 'gap').length
    found.push(t('boxes.count', { products: boxes.length - gaps, gaps }))
  }
  const photos = state['photos']
  if (Array.isArray(photos) && photos.length > 0) found.push(t('photo.count', { count: photos.length }))
  const drawn = ((state['photoSpecs'] ?? state['photos'] ?? []) as { marks?: unknown[] }[])
    .map(({ marks }) => marks?.length ?? 0)
    .reduce((all, count) => all + count, 0)
  if (drawn > 0) found.push(t('marks.said', { count: drawn }))
  const answers = state['answered'] ?? (Array.isArray(state['answers']) ? null : state['answers'])
  if (typeof answers === 'number') found.push(t('visit.answerCount', { count: answers }))
  if (typeof state['accepted'] === 'boolean') found.push(t(state['accepted'] ? 'task.accept' : 'task.return'))
  if (typeof state['status'] === 'string' && state['accepted'] === undefined && 'assigneeId' in state) {
    found.push(t(`task.status.${state['status']}`))
  }
  return found.length > 0 ? found : ['–']
}
