import type { Visit } from '@/api/types'
import type { Draft } from '@/offline/records'
import type { Person } from '@/offline/taskOverlay'

/** Whether a visit that has not begun is a colleague's, and so may be taken over. */
export const isColleagues = ({ kind, status, inspectorId }: Visit, me: Person): boolean =>
  kind === 'visit' && status === 'planned' && inspectorId !== null && inspectorId !== me.id

/** Make a colleague's visit one's own; both are told. Somebody else may have been faster. */
export function takeDraft(visit: Visit, me: Person): Draft {
  const path = `/api/inspections/${visit.id}/hand-over`
  return {
    kind: 'visit.take',
    lane: `inspection:${visit.id}`,
    method: 'POST',
    path,
    body: { inspectorId: me.id, ifVersion: visit.version },
    target: path,
    about: visit.templateName,
  }
}
