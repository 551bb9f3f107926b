import type { RouteRecordRaw } from 'vue-router'

const permission = 'ordering.read_orders'
const drawer = () => import('@/features/ordering/console/OrderDrawer.vue')

/** What stores order, what of it waits for an approval, by which rules, and what they hold against their sources. */
export const orderRoutes: RouteRecordRaw[] = [
  {
    path: '/orders',
    name: 'orders',
    meta: { permission },
    component: () => import('@/features/ordering/console/OrdersPage.vue'),
    children: [{ path: ':id', name: 'order', component: drawer }],
  },
  {
    path: '/order-approvals',
    name: 'approvals',
    meta: { permission, within: 'orders' },
    component: () => import('@/features/ordering/console/ApprovalsPage.vue'),
    children: [{ path: ':id', name: 'approval', component: drawer }],
  },
  {
    path: '/order-waves',
    name: 'order-waves',
    meta: { permission: 'ordering.fulfil_order', within: 'orders' },
    component: () => import('@/features/ordering/console/WavePage.vue'),
    children: [
      { path: ':id', name: 'wave-order', component: () => import('@/features/ordering/console/WaveDrawer.vue') },
    ],
  },
  {
    path: '/order-moves',
    name: 'order-moves',
    meta: { permission: 'ordering.read_suggestions', within: 'orders' },
    component: () => import('@/features/ordering/console/MovesPage.vue'),
    children: [
      { path: ':id', name: 'order-move', component: () => import('@/features/ordering/console/MoveDrawer.vue') },
    ],
  },
  {
    path: '/order-claims',
    name: 'order-claims',
    meta: { permission, within: 'orders' },
    component: () => import('@/features/ordering/console/ClaimsPage.vue'),
    children: [
      { path: ':id', name: 'order-claim', component: () => import('@/features/ordering/console/ClaimDrawer.vue') },
    ],
  },
  {
    path: '/order-rules',
    name: 'order-rules',
    meta: { permission, within: 'orders' },
    component: () => import('@/features/ordering/console/RulesPage.vue'),
  },
]
