import type { WaveShares } from '@/api/console/types'

export type SharedProduct = WaveShares['products'][number]
export type StoreShare = SharedProduct['stores'][number]

/** What somebody made of a share: another quantity with its reason, or (null) computed again. */
export interface Edit {
  quantity: string | null
  reason: string
}
export type Edits = Readonly<Record<string, Edit>>

export const keyOf = (product: SharedProduct, { orderId }: StoreShare): string => `${orderId} ${product.productId}`

/** What a store gets as it stands on the screen. */
export const shareOf = (edits: Edits, product: SharedProduct, store: StoreShare): string =>
  edits[keyOf(product, store)]?.quantity ?? store.share

const QUANTITY = /^\d{1,9}(\.\d{1,3})?$/

/** What all stores together get of a product; null as long as something that was typed is no quantity. */
export function givenOf(edits: Edits, product: SharedProduct): number | null {
  const shares = product.stores.map((store) => shareOf(edits, product, store).trim())
  if (!shares.every((share) => QUANTITY.test(share))) return null
  return shares.reduce((sum, share) => sum + Math.round(Number(share) * 1000), 0) / 1000
}

const said = ({ note, why }: StoreShare): string => (why === 'adjusted' ? note : '')

/** Whether a share was changed and nobody has said why yet. */
export function lacksReason(edits: Edits, product: SharedProduct, store: StoreShare): boolean {
  const edit = edits[keyOf(product, store)]
  return edit !== undefined && edit.quantity !== null && isOther(edit, store) && edit.reason.trim() === ''
}
const isOther = (edit: Edit, store: StoreShare) =>
  edit.quantity !== null && Number(edit.quantity) !== Number(store.share)

interface Adjusted {
  orderId: string
  productId: string
  quantity: string | null
  reason: string
}

/** The edits as the server takes them. */
export const adjusted = (edits: Edits, products: readonly SharedProduct[]): Adjusted[] =>
  products.flatMap((product) =>
    product.stores.flatMap((store): Adjusted[] => {
      const edit = edits[keyOf(product, store)]
      const { productId } = product
      if (edit?.quantity === null) return [{ orderId: store.orderId, productId, quantity: null, reason: '' }]
      if (edit === undefined || !isOther(edit, store)) return []
      const reason = edit.reason.trim() || said(store)
      return [{ orderId: store.orderId, productId, quantity: edit.quantity.trim(), reason }]
    }),
  )

/** Whether shares can be written as they stand: figures, within what is there and was ordered, each with its reason. */
export const isSound = (edits: Edits, products: readonly SharedProduct[]): boolean =>
  products.every((product) => {
    const given = givenOf(edits, product)
    const touched = product.stores.some((store) => edits[keyOf(product, store)] !== undefined)
    return (
      given !== null &&
      (!touched || given <= Number(product.there)) &&
      product.stores.every(
        (store) =>
          !lacksReason(edits, product, store) && Number(shareOf(edits, product, store)) <= Number(store.ordered),
      )
    )
  })
