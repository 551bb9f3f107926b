import type { RouteRecordRaw } from 'vue-router'

const templateForm = () => import('@/features/templates/console/TemplateEditor.vue')

/** Visits with their templates, what the shelves show, and the photos behind it. */
export const visitRoutes: RouteRecordRaw[] = [
  {
    path: '/visits',
    name: 'visits',
    meta: { permission: 'inspections.read' },
    component: () => import('@/features/visits/console/VisitsPage.vue'),
    children: [{ path: ':id', name: 'visit', component: () => import('@/features/visits/console/VisitDrawer.vue') }],
  },
  {
    path: '/visit-calendar',
    name: 'visit-calendar',
    meta: { permission: 'inspections.read' },
    component: () => import('@/features/plans/console/CalendarPage.vue'),
  },
  {
    path: '/visit-schedules',
    name: 'schedules',
    meta: { permission: 'inspections.plan' },
    component: () => import('@/features/plans/console/SchedulesPage.vue'),
  },
  {
    path: '/reviews',
    name: 'reviews',
    meta: { permission: 'inspections.review' },
    component: () => import('@/features/visits/console/review/ReviewPage.vue'),
    children: [{ path: ':id', name: 'review', component: () => import('@/features/visits/console/VisitDrawer.vue') }],
  },
  {
    path: '/disputes',
    name: 'disputes',
    meta: { permission: 'inspections.decide' },
    component: () => import('@/features/disputes/console/DisputesPage.vue'),
    children: [
      { path: ':id', name: 'dispute', component: () => import('@/features/disputes/console/DisputeDrawer.vue') },
    ],
  },
  {
    path: '/templates',
    name: 'templates',
    meta: { permission: 'inspections.read' },
    component: () => import('@/features/templates/console/TemplatesPage.vue'),
    children: [
      { path: ':id', name: 'template', component: () => import('@/features/templates/console/TemplateDrawer.vue') },
    ],
  },
  {
    path: '/templates/new',
    name: 'template-new',
    meta: { permission: 'templates.manage', within: 'templates' },
    component: templateForm,
  },
  {
    path: '/templates/:id/edit',
    name: 'template-edit',
    meta: { permission: 'templates.manage', within: 'templates' },
    component: templateForm,
  },
  {
    path: '/shelves',
    name: 'shelves',
    meta: { permission: 'availability.read' },
    component: () => import('@/features/shelves/console/ShelvesPage.vue'),
  },
  {
    path: '/photos/:id/boxes',
    name: 'boxes',
    meta: { permission: 'shelves.correct' },
    component: () => import('@/features/shelves/console/BoxesPage.vue'),
  },
  {
    path: '/models',
    name: 'models',
    meta: { permission: 'shelves.watch_models' },
    component: () => import('@/features/shelves/console/ModelsPage.vue'),
  },
  {
    path: '/labels',
    name: 'labels',
    meta: { permission: 'shelves.export_labels' },
    component: () => import('@/features/shelves/console/LabelsPage.vue'),
  },
  {
    path: '/photos',
    name: 'photos',
    meta: { permission: 'photos.read' },
    component: () => import('@/features/photos/console/PhotosPage.vue'),
    // The page itself shows the photo of the address, since it knows the ones beside it.
    children: [{ path: ':id', name: 'photo', component: { render: () => null } }],
  },
]
