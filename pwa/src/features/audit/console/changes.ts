import type { AuditEntry } from '@/api/console/types'

type Change = AuditEntry['changes'][number]

// Every row carries these; they say nothing that the entry does not say already.
const BOOKKEEPING = new Set(['org_id', 'id', 'recorded_at', 'changed_at', 'version'])
const LONGEST = 120

/** The changes that a reader looks for, in the order they were made. */
export function changedFields(changes: readonly Change[]): Change[] {
  return changes.filter((change) => !BOOKKEEPING.has(change.field) && shown(change.old) !== shown(change.new))
}

/** A value as text: words as they are, structures as JSON, nothing as nothing; long ones are cut. */
export function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
