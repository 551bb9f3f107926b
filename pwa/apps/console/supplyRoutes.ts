import type { RouteRecordRaw } from 'vue-router'

const sourceForm = () => import('@/features/supply/console/SourceForm.vue')
const supplierForm = () => import('@/features/supply/console/SupplierForm.vue')

/** Where the goods of stores come from, and whom they are bought from. */
export const supplyRoutes: RouteRecordRaw[] = [
  {
    path: '/supply',
    name: 'supply',
    meta: { permission: 'ordering.read_supply' },
    component: () => import('@/features/supply/console/SupplyPage.vue'),
    children: [
      { path: 'new', name: 'source-new', meta: { permission: 'ordering.edit_supply' }, component: sourceForm },
      { path: ':id', name: 'source', component: () => import('@/features/supply/console/SourceDrawer.vue') },
      { path: ':id/edit', name: 'source-edit', meta: { permission: 'ordering.edit_supply' }, component: sourceForm },
    ],
  },
  {
    path: '/suppliers',
    name: 'suppliers',
    meta: { permission: 'partners.read', within: 'supply' },
    component: () => import('@/features/supply/console/SuppliersPage.vue'),
    children: [
      { path: 'new', name: 'supplier-new', meta: { permission: 'partners.edit' }, component: supplierForm },
      { path: ':id', name: 'supplier', component: supplierForm },
    ],
  },
  {
    path: '/store-terms',
    name: 'terms',
    meta: { permission: 'ordering.read_supply', within: 'supply' },
    component: () => import('@/features/supply/console/TermsPage.vue'),
  },
]
