import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { Product } from '@/api/types'
import { search } from '../counting/search'
import { useEngine } from './session'

/** Products by name, pinyin initials or code, from the catalogue on this device. */
export function useCatalogueSearch(): { typed: Ref<string>; found: ComputedRef<Product[]> } {
  const typed = ref('')
  const products = shallowRef<Product[]>([])
  void useEngine()
    .db.getAll('products')
    .then((all) => (products.value = all))
  return { typed, found: computed(() => search(products.value, typed.value)) }
}
