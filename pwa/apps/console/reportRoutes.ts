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
