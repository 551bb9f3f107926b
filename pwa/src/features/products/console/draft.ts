import type { Product, ProductForm } from '@/api/console/types'
import { centsOf, yuanOf } from '@/ui/console/price'

/** A product as a form holds it. */
export interface ProductDraft {
  code: string
  zh: string
  en: string
  pinyin: string
  categoryId: string
  unit: string
  packs: { unit: string; quantity: string }[]
  /** One a line. */
  barcodes: string
  price: string
  status: Product['status']
}

export const emptyDraft = (): ProductDraft => ({
  code: '',
  zh: '',
  en: '',
  pinyin: '',
  categoryId: '',
  unit: '',
  packs: [],
  barcodes: '',
  price: '',
  status: 'active',
})

export const productDraft = (product: Product): ProductDraft => ({
  code: product.code,
  zh: product.name.zh,
  en: product.name.en,
  pinyin: product.pinyin,
  categoryId: product.categoryId,
  unit: product.unit,
  packs: product.packs.map(({ unit, quantity }) => ({ unit, quantity })),
  barcodes: product.barcodes.join('\n'),
  price: yuanOf(product.priceCents),
  status: product.status,
})

/** What is sent; without an English name the Chinese one stands in, without pinyin the server makes it. */
export const formOf = (draft: ProductDraft): ProductForm => ({
  code: draft.code.trim(),
  name: { zh: draft.zh.trim(), en: draft.en.trim() || draft.zh.trim() },
  pinyin: draft.pinyin.trim().toLowerCase() || null,
  categoryId: draft.categoryId,
  unit: draft.unit,
  packs: draft.packs.filter((pack) => pack.unit !== '' && pack.quantity !== ''),
  barcodes: draft.barcodes.split(/\s+/).filter((code) => code !== ''),
  priceCents: centsOf(draft.price) ?? 0,
  status: draft.status,
})
