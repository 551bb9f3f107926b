import type { Count, Product } from '@/api/types'
import { keptProduct } from '../counting/catalogue'
import type { Edit } from '../counting/keep'
import { stepped, type Thing } from '../counting/line'
import type { Engine } from '../engine'

export const count = (change: Partial<Count> = {}): Count => ({
  id: 'c',
  storeId: 'store',
  storeName: '人民路店',
  kind: 'full',
  title: '月末全盘',
  status: 'open',
  round: 1,
  categoryIds: [],
  productIds: [],
  recountIds: [],
  zones: [
    { id: 'front', name: '卖场', place: 'shelf', lines: 0, tags: 0, counters: [], closedAt: null },
    { id: 'back', name: '后仓', place: 'back_room', lines: 0, tags: 0, counters: [], closedAt: null },
  ],
  windowFrom: null,
  windowUntil: null,
  openedByName: '王',
  openedAt: '2026-11-22T07:00:00Z',
  submittedByName: null,
  submittedAt: null,
  approvedByName: null,
  approvedAt: null,
  cancelReason: null,
  gainCents: null,
  lossCents: null,
  version: 1,
  ...change,
})

export const product = (change: Partial<Product> = {}): Product => ({
  id: 'milk',
  code: '1001',
  name: { zh: '蒙牛纯牛奶', en: 'Mengniu milk' },
  pinyin: 'mncnn',
  categoryId: 'drinks',
  categoryName: { zh: '饮料', en: 'Drinks' },
  unit: '瓶',
  unitName: { zh: '瓶', en: 'bottle' },
  packs: [],
  barcodes: ['6901234567892'],
  priceCents: 350,
  status: 'active',
  version: 1,
  ...change,
})

export const keepProducts = async ({ db }: Engine, ...products: Product[]): Promise<void> => {
  for (const each of products) await db.put('products', keptProduct(each))
}

const thingOf = (productId: string): Thing => ({ productId, barcode: null })

/** One scan of a product in the shop of count `c`. */
export const scan = (productId: string, at: number, change = 1, round = 1): Edit => ({
  place: { countId: 'c', round, zoneId: 'front' },
  thing: thingOf(productId),
  about: { zh: '月末全盘', en: '月末全盘' },
  change: (line) => stepped(line, new Date(at).toISOString(), change, 'camera'),
})
