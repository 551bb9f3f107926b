import type { RouteRecordRaw } from 'vue-router'

/** What is ordered of suppliers: what is to be sent, and what was. */
export const purchaseRoutes: RouteRecordRaw[] = [
  {
    path: '/purchases',
    name: 'purchases',
    meta: { permission: 'ordering.read_purchases', within: 'orders' },
    component: () => import('./Purchases.vue'),
    children: [
      {
        path: 'needs/:source/:day',
        name: 'purchase-need',
        component: () => import('@/features/purchases/console/NeedDrawer.vue'),
      },
      { path: ':id', name: 'purchase', component: () => import('@/features/purchases/console/PurchaseDrawer.vue') },
    ],
  },
]
