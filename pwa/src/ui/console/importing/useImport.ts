import { computed, ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useAct } from '@/api/console/act'
import { useDesk } from '@/api/console/session'
import type { MappedOutcome, SheetReading } from '@/api/console/types'
import { csvText } from '../csvText'
import { sheetOf, type Sheet } from '../sheet'
import { needsLook, read, worthKeeping, type Choice } from './choice'

export type SetupKind = 'stores' | 'products' | 'people' | 'checklist'
export type Step = 'file' | 'columns' | 'check' | 'done'
type Place = { sheet?: string; headingRow?: number }

const MOST_BYTES = 5_900_000
// Thousands of rows are checked and written all or none, in one go; the server's answer is waited for.
const PATIENCE_MS = 600_000
const PATHS: Record<SetupKind, string> = {
  stores: 'stores',
  products: 'products',
  people: 'people',
  checklist: 'inspection-templates',
}

/** A file's way in: read, matched, tried without writing, and taken in once nothing is wrong with it. */
export function useImport(kind: SetupKind, extra: () => object = () => ({})) {
  const { t } = useI18n()
  const { api } = useDesk()
  const step = ref<Step>('file')
  const doing = ref<'read' | 'check' | 'take'>('read')
  const fileName = ref('')
  const tooBig = ref(false)
  const file = shallowRef<Sheet | null>(null)
  const place = shallowRef<Place>({})
  const reading = shallowRef<SheetReading | null>(null)
  const choice = shallowRef<Choice>({ fields: [], words: {} })
  const outcome = shallowRef<MappedOutcome | null>(null)
  const keeping = ref(true)
  const name = ref('')
  const body = computed(() => ({ ...extra(), ...file.value, ...place.value }))
  const act = useAct(() => [body.value, choice.value, doing.value])
  const changes = computed(() => (outcome.value ? outcome.value.created + outcome.value.updated : 0))
  const keepable = computed(() => reading.value !== null && worthKeeping(reading.value, choice.value))

  function send(key: string, more: object): Promise<MappedOutcome> {
    const given = { body: { ...body.value, ...more }, key, timeoutMs: PATIENCE_MS }
    return api.command<MappedOutcome>('POST', `/api/imports/${PATHS[kind]}`, given)
  }
  /** Read the file as the server would by itself. */
  async function look(where: Place): Promise<void> {
    doing.value = 'read'
    place.value = where
    await act.run(async (key) => {
      const found = await send(key, { dryRun: true })
      outcome.value = found
      reading.value = found.reading ?? null
      if (reading.value) choice.value = read(reading.value)
      step.value = reading.value && needsLook(reading.value) ? 'columns' : 'check'
    })
  }
  return {
    step,
    doing,
    fileName,
    tooBig,
    reading,
    choice,
    outcome,
    keeping,
    name,
    act,
    changes,
    keepable,
    look,
    async choose(chosen: File): Promise<void> {
      act.clear()
      tooBig.value = chosen.size > MOST_BYTES
      if (tooBig.value) return
      fileName.value = chosen.name
      name.value = chosen.name.replace(/\.[^.]*$/, '').slice(0, 80) || t('hq.import.kept')
      file.value = sheetOf(new Uint8Array(await chosen.arrayBuffer()), csvText)
      await look({})
    },
    /** Remember what was told, and try the file with it. */
    async check(): Promise<void> {
      const shown = reading.value
      if (shown === null) return
      doing.value = 'check'
      await act.run(async (key) => {
        if (keepable.value && keeping.value) {
          const kept = { kind, name: name.value, headings: shown.columns.map((each) => each.heading) }
          await api.command('PUT', '/api/sheet-mappings', { body: { ...kept, columns: choice.value }, key: `${key}-k` })
        }
        const found = await send(key, { dryRun: true, columns: choice.value })
        outcome.value = found
        reading.value = found.reading ?? shown
        step.value = 'check'
      })
    },
    async takeIn(): Promise<void> {
      doing.value = 'take'
      const done = await act.run(async (key) => {
        const columns = reading.value ? { columns: choice.value } : {}
        outcome.value = await send(key, { dryRun: false, ...columns })
      })
      if (done && outcome.value?.applied) step.value = 'done'
    },
  }
}
