import type { AuditEntry } from '@/api/console/types'

type Change = AuditEntry['changes'][number]

// Every row carries these; they say nothing that the entry does not say already.
const BOOKKEEPING = new Set(['org_id', 'id', 'recorded_at', 'changed_at', 'version'])
const LONGEST = 120
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The changes that a reader looks for, in the order they were made; mere references to other rows come last. */
export function changedFields(changes: readonly Change[]): Change[] {
  const told = changes.filter((change) => !BOOKKEEPING.has(change.field) && shown(change.old) !== shown(change.new))
  const isRef = (change: Change) => UUID.test(shown(change.new) || shown(change.old))
  return [...told.filter((change) => !isRef(change)), ...told.filter(isRef)]
}

/** A value as text: words as they are, structures as JSON, nothing as nothing; long ones are cut. */
export function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
