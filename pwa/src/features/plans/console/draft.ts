import type { Schedule, ScheduleForm } from '@/api/console/types'

/** What the form holds: everything, so that each field has something to bind to. */
export type Draft = Required<Omit<ScheduleForm, 'id'>>
type Bands = NonNullable<ScheduleForm['bands']>

/** The bands a chain begins with: low scores weekly, middling every two weeks, the others monthly. */
const usualBands = (): Bands => [
  { below: 70, days: 7 },
  { below: 85, days: 14 },
  { below: null, days: 30 },
]

export function freshDraft(today: string, templateId: string): Draft {
  return {
    name: '',
    templateId,
    visitKind: 'visit',
    assignee: 'role',
    inspectorId: null,
    roleCode: 'inspector',
    regionIds: [],
    storeIds: [],
    formats: [],
    scoreBelow: null,
    rhythm: 'weeks',
    every: 1,
    weekdays: [1],
    monthDays: [1],
    bands: usualBands(),
    timeFrom: null,
    timeUntil: null,
    startsOn: today,
    endsOn: null,
    unannounced: false,
    samplePercent: 0,
    aheadDays: 14,
  }
}

export function draftOf(schedule: Schedule): Draft {
  const kept = { ...schedule }
  const draft = freshDraft(kept.startsOn, kept.templateId)
  for (const name of Object.keys(draft) as (keyof Draft)[]) Object.assign(draft, { [name]: kept[name] })
  if (draft.bands.length === 0) draft.bands = usualBands()
  if (draft.monthDays.length === 0) draft.monthDays = [1]
  return draft
}

/** The same draft in another rhythm: weekdays chosen for weeks would bind a rhythm that needs none without being seen. */
export function turned(draft: Draft, rhythm: string): Draft {
  if (rhythm !== 'days' && rhythm !== 'weeks' && rhythm !== 'months' && rhythm !== 'risk') return draft
  return { ...draft, rhythm, weekdays: rhythm === 'weeks' ? [1] : [] }
}

/** What is sent: fields that belong to another choice are left out, so that they cannot contradict it. */
export function formOf(draft: Draft): ScheduleForm {
  const self = draft.visitKind === 'selfCheck'
  const assignee = self ? 'store' : draft.assignee === 'store' ? 'role' : draft.assignee
  return {
    ...draft,
    name: draft.name.trim(),
    assignee,
    inspectorId: assignee === 'person' ? draft.inspectorId : null,
    roleCode: assignee === 'role' ? draft.roleCode : null,
    weekdays: [...draft.weekdays].sort(),
    monthDays: draft.rhythm === 'months' ? draft.monthDays : [],
    bands: draft.rhythm === 'risk' ? draft.bands : [],
    timeFrom: draft.timeFrom || null,
    timeUntil: draft.timeUntil || null,
    endsOn: draft.endsOn || null,
    unannounced: !self && draft.unannounced,
    samplePercent: self ? draft.samplePercent : 0,
  }
}
