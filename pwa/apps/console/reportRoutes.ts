import type { RouteRecordRaw } from 'vue-router'

/** How work went, figure by figure, down to the rows behind each. */
export const reportRoutes: RouteRecordRaw[] = [
  {
    path: '/reports/visits',
    name: 'heat',
    meta: { permission: 'scores.read' },
    component: () => import('@/features/heat/console/HeatPage.vue'),
    children: [
      { path: 'answers', name: 'heat-cell', component: () => import('@/features/heat/console/CellDrawer.vue') },
    ],
  },
  {
    path: '/reports/stores',
    name: 'store-scores',
    meta: { permission: 'scores.read', within: 'heat' },
    component: () => import('@/features/scores/console/StoreScoresPage.vue'),
    children: [
      { path: ':id', name: 'store-score', component: () => import('@/features/scores/console/StoreScoreDrawer.vue') },
    ],
  },
  {
    path: '/reports/health',
    name: 'store-health',
    meta: { permission: 'scores.read', within: 'heat' },
    component: () => import('@/features/health/console/HealthPage.vue'),
    children: [
      { path: ':id', name: 'health-of-store', component: () => import('@/features/health/console/HealthDrawer.vue') },
    ],
  },
  {
    path: '/reports/inspectors',
    name: 'inspector-results',
    meta: { permission: 'inspectors.read', within: 'heat' },
    component: () => import('@/features/scores/console/InspectorsPage.vue'),
  },
  {
    path: '/reports/ordering',
    name: 'ordering-results',
    meta: { permission: 'results.read' },
    component: () => import('@/features/results/console/ResultsPage.vue'),
    children: [
      {
        path: ':kind',
        name: 'ordering-result-rows',
        component: () => import('@/features/results/console/RowsDrawer.vue'),
      },
    ],
  },
]
