import type { Store, StoreForm } from '@/api/console/types'
import { dayHours, dayText, WEEKDAYS } from './hours'

/** A store as a form holds it: everything a text or a choice. */
export interface StoreDraft {
  name: string
  code: string
  regionId: string
  legalEntityId: string
  kind: Store['kind']
  status: Store['status']
  /** What kind of shop it is, empty where nobody has said. */
  format: NonNullable<Store['format']> | ''
  timeZone: string
  businessDayCut: string
  datum: NonNullable<NonNullable<Store['position']>['datum']>
  lat: string
  lng: string
  /** Opening hours by weekday, Monday first. */
  days: string[]
}

export function emptyDraft(): StoreDraft {
  return {
    name: '',
    code: '',
    regionId: '',
    legalEntityId: '',
    kind: 'store',
    status: 'open',
    format: '',
    timeZone: 'Asia/Shanghai',
    businessDayCut: '00:00',
    datum: 'GCJ02',
    lat: '',
    lng: '',
    days: WEEKDAYS.map(() => '08:00-22:00'),
  }
}

export function storeDraft(store: Store): StoreDraft {
  return {
    name: store.name,
    code: store.code,
    regionId: store.regionId,
    legalEntityId: store.legalEntityId ?? '',
    kind: store.kind,
    status: store.status,
    format: store.format ?? '',
    timeZone: store.timeZone,
    businessDayCut: store.businessDayCut,
    datum: store.position?.datum ?? 'GCJ02',
    lat: store.position ? String(store.position.lat) : '',
    lng: store.position ? String(store.position.lng) : '',
    days: WEEKDAYS.map((day) => dayText(store.openingHours, day)),
  }
}

/** What is sent. A position needs both numbers; a day that cannot be read is for the form to refuse first. */
export function formOf(draft: StoreDraft): StoreForm {
  const { name, code, regionId, status, timeZone, businessDayCut, datum, lat, lng } = draft
  return {
    name: name.trim(),
    code: code.trim(),
    regionId,
    status,
    format: draft.format || null,
    timeZone: timeZone.trim(),
    businessDayCut,
    legalEntityId: draft.legalEntityId || null,
    position: lat !== '' && lng !== '' ? { lat: Number(lat), lng: Number(lng), datum } : null,
    openingHours: draft.days.flatMap((text, index) => dayHours(text, index + 1) ?? []),
  }
}
