import type { CancelSignalForm, ChangeSignalForm, EnterSignalForm, Signal, Words } from '@/api/types'
import type { Draft } from '../records'
import { laneOf } from './overlay'

/** Tell of an event; `about` is its kind in both languages. */
export function enterDraft(form: EnterSignalForm & { id: string }, about: Words): Draft {
  return {
    kind: 'signal.enter',
    lane: laneOf(form.id),
    method: 'POST',
    path: '/api/demand/signals',
    body: { ...form },
    about,
  }
}

/** Let an event end on another day. */
export function endDraft(signal: Signal, lastDay: string, about: Words): Draft {
  const { kind, name, firstDay, uplift, note, version } = signal
  const body: ChangeSignalForm = {
    kind,
    name,
    firstDay,
    lastDay,
    uplift,
    note,
    placeIds: signal.places.map(({ id }) => id),
    productIds: signal.products.map(({ id }) => id),
    categoryIds: signal.categories.map(({ id }) => id),
    ifVersion: version,
  }
  const path = `/api/demand/signals/${signal.id}`
  return { kind: 'signal.change', lane: laneOf(signal.id), method: 'PUT', path, target: path, body: { ...body }, about }
}

/** Say that it does not take place. */
export function cancelDraft(signal: Signal, about: Words): Draft {
  const body: CancelSignalForm = { ifVersion: signal.version }
  const path = `/api/demand/signals/${signal.id}/cancellation`
  return {
    kind: 'signal.cancel',
    lane: laneOf(signal.id),
    method: 'POST',
    path,
    target: path,
    body: { ...body },
    about,
  }
}
