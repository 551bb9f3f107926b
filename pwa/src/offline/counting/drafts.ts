import { newId } from '@/api/ids'
import type { Count, CountZone, OpenCountForm, Product, Store } from '@/api/types'
import type { Draft } from '../records'
import { laneOf } from './batches'

const inCount = ({ id, title }: Pick<Count, 'id' | 'title'>): Pick<Draft, 'lane' | 'method' | 'about'> => ({
  lane: laneOf(id),
  method: 'POST',
  about: { zh: title, en: title },
})

/** How the person who opens a count calls it and its two zones. */
export interface SpotWords {
  title: string
  shelf: string
  backRoom: string
}

/** Count one product at a store, on the shelf and in the back room, with the ids that all of it keeps. */
export function spotDraft(store: Store, product: Product, words: SpotWords): Draft & { id: string } {
  const id = newId()
  const body: OpenCountForm = {
    id,
    storeId: store.id,
    kind: 'spot',
    title: words.title,
    productIds: [product.id],
    zones: [
      { id: newId(), name: words.shelf, place: 'shelf' },
      { id: newId(), name: words.backRoom, place: 'back_room' },
    ],
  }
  return { ...inCount({ id, title: words.title }), id, kind: 'count.open', path: '/api/counts', body: { ...body } }
}

/** Say that a zone is counted. */
export function closingDraft(count: Count, zone: CountZone): Draft {
  const path = `/api/counts/${count.id}/zones/${zone.id}/closing`
  return { ...inCount(count), kind: 'count.close', path, target: path, body: {} }
}

/** End the round; how many lines must have arrived is filled in when it is sent. */
export function submissionDraft(count: Count): Draft {
  const path = `/api/counts/${count.id}/submission`
  // A round that a colleague has ended meanwhile is over; the next one is not ended by this.
  return { ...inCount(count), kind: 'count.submit', path, target: path, body: { round: count.round } }
}
