import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { ApiError, NoAnswer } from '@/api/problem'
import type { Product } from '@/api/types'
import { findByCode } from '../counting/lookup'
import { OtherAccount } from '../send'
import { useEngine } from './session'

export type Look = 'idle' | 'looking' | 'found' | 'unknown' | 'offline' | 'refused'

/** Look a product up by its barcode, in the catalogue on this phone where it is kept, else at the server. */
export function useProduct(patterns: () => readonly string[]): {
  look: Ref<Look>
  code: Ref<string>
  product: ShallowRef<Product | null>
  find(code: string): Promise<void>
} {
  const engine = useEngine()
  const look = ref<Look>('idle')
  const code = ref('')
  const product = shallowRef<Product | null>(null)

  async function find(wanted: string): Promise<void> {
    code.value = wanted
    product.value = null
    look.value = 'looking'
    try {
      const here = await findByCode(engine.db, wanted, patterns())
      if (here) {
        product.value = here.product
        look.value = 'found'
        return
      }
      const told = await engine.courier.read('/api/products', { query: { barcode: wanted, limit: 1 } })
      if (code.value !== wanted) return
      product.value = told.items[0] ?? null
      look.value = product.value ? 'found' : 'unknown'
    } catch (error) {
      if (error instanceof NoAnswer) look.value = 'offline'
      else if (error instanceof ApiError || error instanceof OtherAccount) look.value = 'refused'
      else throw error
    }
  }
  return { look, code, product, find }
}
