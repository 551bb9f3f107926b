import type { RouteRecordRaw } from 'vue-router'

const storeForm = () => import('@/features/stores/console/StoreForm.vue')
const importDrawer = () => import('@/ui/console/importing/ImportDrawer.vue')
const productForm = () => import('@/features/products/console/ProductForm.vue')

/** Stores, what they sell, and how the chain is shaped. */
export const storeRoutes: RouteRecordRaw[] = [
  {
    path: '/stores',
    name: 'stores',
    meta: { permission: 'stores.read' },
    component: () => import('@/features/stores/console/StoresPage.vue'),
    children: [
      { path: 'new', name: 'store-new', meta: { permission: 'stores.edit' }, component: storeForm },
      {
        path: 'import',
        name: 'stores-import',
        meta: { permission: 'integrations.import_stores' },
        component: importDrawer,
        props: { kind: 'stores' },
      },
      { path: ':id', name: 'store', component: () => import('@/features/stores/console/StoreDrawer.vue') },
      { path: ':id/edit', name: 'store-edit', meta: { permission: 'stores.edit' }, component: storeForm },
    ],
  },
  {
    path: '/stores/shape',
    name: 'shape',
    meta: { permission: 'stores.shape', within: 'stores' },
    component: () => import('@/features/stores/console/ShapePage.vue'),
  },
  {
    path: '/products',
    name: 'products',
    meta: { permission: 'catalog.read' },
    component: () => import('@/features/products/console/ProductsPage.vue'),
    children: [
      { path: 'new', name: 'product-new', meta: { permission: 'catalog.edit' }, component: productForm },
      {
        path: 'import',
        name: 'products-import',
        meta: { permission: 'integrations.import_products' },
        component: importDrawer,
        props: { kind: 'products' },
      },
      { path: ':id', name: 'product', component: () => import('@/features/products/console/ProductDrawer.vue') },
      { path: ':id/edit', name: 'product-edit', meta: { permission: 'catalog.edit' }, component: productForm },
    ],
  },
]
