import type { ExtraGoods, PartDifference } from '@/api/types'
import type { Because, ReceiveForm } from '@/offline/transfers/forms'
import { amountOf, shortOf, type Slot } from './tally'

const NOTHING: Because = { reason: null, note: '', photos: [], sent: [] }
const becauseOf = ({ because }: ReceiveForm, { id }: Slot): Because => because[id] ?? NOTHING

/** The lots of which less arrived and nobody has said why; "other" is no reason without words. */
export const unexplained = (form: ReceiveForm, slots: Slot[]): Slot[] =>
  shortOf(form, slots).filter((slot) => {
    const { reason, note } = becauseOf(form, slot)
    return reason === null || (reason === 'other' && note === '')
  })

/** What arrived, where it is less than was sent, as it goes to the server. */
export const differencesOf = (form: ReceiveForm, slots: Slot[]): PartDifference[] =>
  shortOf(form, slots).map((slot) => {
    const { reason, note, photos, sent } = becauseOf(form, slot)
    const photoIds = [...sent, ...photos.map(({ id }) => id)]
    return { partId: slot.id, received: String(amountOf(form, slot)), reason, note, photoIds }
  })

/** The photos that go along: those of what is short. */
export const photosOf = (form: ReceiveForm, slots: Slot[]): Because['photos'] =>
  shortOf(form, slots).flatMap((slot) => becauseOf(form, slot).photos)

export const extrasOf = ({ extras }: ReceiveForm): ExtraGoods[] =>
  extras.map(({ code, product, quantity }) => ({
    code: code.slice(0, 64),
    productId: product?.id ?? null,
    quantity: String(quantity),
  }))
