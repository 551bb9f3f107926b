import type { RouteRecordRaw } from 'vue-router'

/** What is there and where, what was sold, moved, wasted, called back and counted. */
export const stockRoutes: RouteRecordRaw[] = [
  {
    path: '/counts',
    name: 'counts',
    meta: { permission: 'counts.read' },
    component: () => import('@/features/counts/console/CountsPage.vue'),
    children: [
      {
        path: 'new',
        name: 'count-new',
        meta: { permission: 'counts.plan' },
        component: () => import('@/features/counts/console/PlanDrawer.vue'),
      },
    ],
  },
  {
    path: '/counts/accuracy',
    name: 'count-accuracy',
    meta: { permission: 'counts.review', within: 'counts' },
    component: () => import('@/features/counts/console/AccuracyPage.vue'),
  },
  {
    path: '/counts/:id',
    name: 'count',
    meta: { permission: 'counts.read', within: 'counts' },
    component: () => import('@/features/counts/console/CountPage.vue'),
    children: [
      {
        path: 'products/:productId',
        name: 'count-product',
        meta: { permission: 'counts.review', within: 'counts' },
        component: () => import('@/features/counts/console/VarianceDrawer.vue'),
      },
    ],
  },
  {
    path: '/sales',
    name: 'sales',
    meta: { permission: 'sales.see_parked' },
    component: () => import('@/features/sales/console/SalesPage.vue'),
    children: [
      {
        path: ':id',
        name: 'sale',
        meta: { permission: 'sales.read' },
        component: () => import('@/features/sales/console/ReceiptDrawer.vue'),
      },
    ],
  },
  {
    path: '/stock',
    name: 'stock',
    meta: { permission: 'stock.read' },
    component: () => import('@/features/stock/console/StockPage.vue'),
    children: [
      {
        path: 'receive',
        name: 'stock-receive',
        meta: { permission: 'stock.receive' },
        component: () => import('@/features/stock/console/ReceiveDrawer.vue'),
      },
      { path: ':id', name: 'stock-item', component: () => import('@/features/stock/console/StockDrawer.vue') },
    ],
  },
  {
    path: '/places',
    name: 'places',
    meta: { permission: 'stock.read', within: 'stock' },
    component: () => import('@/features/stock/console/PlacesPage.vue'),
  },
  {
    path: '/freshness',
    name: 'freshness',
    meta: { permission: 'stock.read_waste' },
    component: () => import('@/features/freshness/console/FreshnessPage.vue'),
    children: [
      {
        path: 'waste/:id',
        name: 'waste-report',
        component: () => import('@/features/freshness/console/WasteDrawer.vue'),
      },
    ],
  },
  {
    path: '/transfers',
    name: 'transfers',
    meta: { permission: 'stock.read_transfers' },
    component: () => import('@/features/transfers/console/TransfersPage.vue'),
    children: [
      { path: ':id', name: 'transfer', component: () => import('@/features/transfers/console/TransferDrawer.vue') },
    ],
  },
  {
    path: '/recalls',
    name: 'recalls',
    meta: { permission: 'stock.read_recalls' },
    component: () => import('@/features/recalls/console/RecallsPage.vue'),
    children: [{ path: ':id', name: 'recall', component: () => import('@/features/recalls/console/RecallDrawer.vue') }],
  },
]
