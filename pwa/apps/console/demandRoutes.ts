import type { RouteRecordRaw } from 'vue-router'

const promotionForm = () => import('@/features/promotions/console/PromotionForm.vue')

/** What moves demand: promotions, signals and the calendar. */
export const demandRoutes: RouteRecordRaw[] = [
  {
    path: '/promotions',
    name: 'promotions',
    meta: { permission: 'ordering.read_promotions' },
    component: () => import('@/features/promotions/console/PromotionsPage.vue'),
    children: [
      { path: 'new', name: 'promotion-new', meta: { permission: 'ordering.plan_promotion' }, component: promotionForm },
      {
        path: ':id',
        name: 'promotion',
        component: () => import('@/features/promotions/console/PromotionDrawer.vue'),
      },
      {
        path: ':id/edit',
        name: 'promotion-edit',
        meta: { permission: 'ordering.plan_promotion' },
        component: promotionForm,
      },
    ],
  },
  {
    path: '/signals',
    name: 'signals',
    meta: { permission: 'ordering.read_signals' },
    component: () => import('@/features/signals/console/SignalsPage.vue'),
    children: [{ path: ':id', name: 'signal', component: () => import('@/features/signals/console/SignalDrawer.vue') }],
  },
  {
    path: '/calendar',
    name: 'calendar',
    meta: { permission: 'ordering.read_signals', within: 'signals' },
    component: () => import('@/features/signals/console/CalendarPage.vue'),
  },
]
