import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AuditEntry } from '@/api/console/types'
import type { Locale } from '@/api/types'
import { useFormats } from '@/i18n/format'
import { exact } from '@/ui/console/moment'
import { listed, shown } from './changes'
import groups from './groups.json'

type Change = AuditEntry['changes'][number]

/** What a value is put into words with. */
export interface Telling {
  locale: Locale
  t: (key: string) => string
  te: (key: string) => boolean
  money: (cents: number) => string
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const DECIMAL = /^-?\d+\.\d+$/
// Columns of decimals, which come as text with all the places that the database keeps. Any other text stays as it is:
// a lot may be called 1.10.
const DECIMALS = new Set(
  (
    'approved availability before between capacity confirmed counted critical_cap damaged discount evidence_days ' +
    'excess expected explained first_score keep_at_least keeps lacks least left_quantity level_a level_b level_c ' +
    'measured min_availability missing most needs number_max number_min number_value pack_quantity promised ' +
    'quantity received recount_quantity requested score score_after score_before shipped sold spoils stock submitted ' +
    'submitted_variance suggested temperature uplift variance'
  ).split(' '),
)
const GROUPS: Record<string, string> = groups
const DAYS = [1, 2, 3, 4, 5, 6, 7]

/** A table in words. */
export function tableCalled(change: Change, { t, te }: Telling): string {
  return named(`hq.audit.tables.${change.table}`, change.table, t, te)
}

/** A column in words: those of the table where it means something of its own there, else those for all tables. */
export function fieldCalled(change: Change, { t, te }: Telling): string {
  const own = `hq.audit.own.${change.table}.${change.field}`
  return te(own) ? t(own) : named(`hq.audit.fields.${change.field}`, change.field, t, te)
}

/** A value as the product tells it: codes, yes and no in words, cents as money, moments in the time of this desk. */
export function told(change: Change, value: unknown, telling: Telling): string {
  const { t, locale } = telling
  const where = `${change.table}.${change.field}`
  const group = GROUPS[where]
  if (typeof value === 'boolean') return t(value ? 'hq.audit.values.yes' : 'hq.audit.values.no')
  if (typeof value === 'number' && change.field.endsWith('_cents')) return telling.money(value)
  if (typeof value === 'string' && MOMENT.test(value)) return exact(value, locale)
  if (typeof value === 'string' && DECIMALS.has(change.field) && DECIMAL.test(value)) return value.replace(/\.?0+$/, '')
  if (where === 'order_delivery.weekdays' && typeof value === 'number')
    return coded(daysOf(value), 'hq.weekday', telling)
  if (group !== undefined && (typeof value === 'string' || Array.isArray(value))) {
    return coded(Array.isArray(value) ? value : [value], group, telling)
  }
  return shown(value, locale)
}

/** How this desk tells changes, in the language in use. */
export function useTelling(): ComputedRef<Telling> {
  const { t, te, locale } = useI18n()
  const formats = useFormats()
  return computed(() => ({
    locale: locale.value as Locale,
    t: (key: string) => t(key),
    te: (key: string) => te(key),
    money: (cents: number) => formats.value.money(cents),
  }))
}

function named(key: string, code: string, t: Telling['t'], te: Telling['te']): string {
  return te(key) ? t(key) : code.replaceAll('_', ' ')
}

function coded(codes: readonly unknown[], group: string, { t, te, locale }: Telling): string {
  const words = codes.map((code) => {
    const key = `${group}.${code === '*' ? 'everything' : String(code)}`
    return te(key) ? t(key) : String(code)
  })
  return shown(listed(words, locale))
}

// A source's delivery days are bits, Monday the lowest.
function daysOf(bits: number): number[] {
  return DAYS.filter((day) => bits & (1 << (day - 1)))
}
