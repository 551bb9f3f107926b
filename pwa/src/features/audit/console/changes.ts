import type { AuditEntry } from '@/api/console/types'
import type { Locale } from '@/api/types'

type Change = AuditEntry['changes'][number]

// Every row carries these; they say nothing that the entry does not say already.
const BOOKKEEPING = new Set(['org_id', 'id', 'recorded_at', 'changed_at', 'version'])
// Derived from other fields, or meant for programs.
const TECHNICAL = /^(search_|band_|day_(from|until)$|phash$|sha256$|fault_key$|path$|position$)/
// The id of another row, or a list of such.
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(, |$)/
const LONGEST = 120

/** The changes that a reader looks for first; references to other rows and technical fields come last. */
export function changedFields(changes: readonly Change[]): Change[] {
  const told = changes.filter((change) => !BOOKKEEPING.has(change.field) && shown(change.old) !== shown(change.new))
  const isLate = (change: Change) => TECHNICAL.test(change.field) || UUID.test(shown(change.new) || shown(change.old))
  return [...told.filter((change) => !isLate(change)), ...told.filter(isLate)]
}

/** A value as text: words as they are, texts in two languages in one, lists, structures as JSON; long ones are cut. */
export function shown(value: unknown, locale?: Locale): string {
  if (value === null || value === undefined || value === '') return ''
  const words = locale !== undefined && isWords(value) ? value[locale] : isList(value) ? listed(value, locale) : value
  const text = typeof words === 'string' ? words : JSON.stringify(words)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** Several words or figures, one after the other. */
export function listed(each: readonly unknown[], locale?: Locale): string {
  return each.join(locale === 'zh' ? '、' : ', ')
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.every((each) => typeof each !== 'object')
}

function isWords(value: unknown): value is Record<Locale, string> {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}
