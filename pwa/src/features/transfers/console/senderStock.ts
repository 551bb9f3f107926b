import type { Api } from '@/api/client'
import type { StockItem, Transfer } from '@/api/console/types'

/**
 * What the sending store could give of each product, for whoever decides. Nothing is said of a product that is being
 * counted there, nor to those who may not see the stock.
 */
export async function senderStock(api: Api, transfer: Transfer): Promise<ReadonlyMap<string, string>> {
  const store = transfer.fromStoreId
  const read = async (product: string): Promise<[string, string] | null> => {
    try {
      const path = { store, product }
      const { item } = await api.read<StockItem>('/api/stock/stores/{store}/products/{product}', { path })
      return [product, item.available]
    } catch {
      return null
    }
  }
  const found = await Promise.all(transfer.lines.map(({ productId }) => read(productId)))
  return new Map(found.filter((each) => each !== null))
}
