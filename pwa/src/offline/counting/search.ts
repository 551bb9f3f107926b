import type { Product } from '@/api/types'

const MOST = 50
/** Fewer digits of a barcode would fit half the catalogue. */
const BARCODE_DIGITS = 4

/** How well a product fits what was typed: 0 is best, null not at all. */
function rank({ code, pinyin, name, barcodes }: Product, text: string): number | null {
  const names = [name.zh.toLowerCase(), name.en.toLowerCase()]
  const own = code.toLowerCase()
  if (own === text || barcodes.includes(text)) return 0
  if (pinyin === text) return 1
  if (names.some((each) => each.startsWith(text))) return 2
  if (pinyin.startsWith(text)) return 3
  if (own.startsWith(text)) return 4
  if (names.some((each) => each.includes(text))) return 5
  if (pinyin.includes(text)) return 6
  return text.length >= BARCODE_DIGITS && barcodes.some((each) => each.endsWith(text)) ? 7 : null
}

/** Products by code, name or pinyin initials, the best fit first, those no longer sold behind the others. */
export function search(products: Product[], typed: string): Product[] {
  const text = typed.trim().toLowerCase()
  if (text === '') return []
  return products
    .flatMap((product) => {
      const fit = rank(product, text)
      return fit === null ? [] : [{ product, fit: fit + (product.status === 'discontinued' ? 10 : 0) }]
    })
    .sort((a, b) => a.fit - b.fit || a.product.name.zh.length - b.product.name.zh.length)
    .slice(0, MOST)
    .map(({ product }) => product)
}
