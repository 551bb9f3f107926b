import type { RouteRecordRaw } from 'vue-router'

/** People and their rights, and what runs behind the scenes. */
export const settingsRoutes: RouteRecordRaw[] = [
  {
    path: '/people',
    name: 'people',
    meta: { permission: 'accounts.read' },
    component: () => import('@/features/people/console/PeoplePage.vue'),
    children: [
      {
        path: 'import',
        name: 'people-import',
        meta: { permission: 'integrations.import_people' },
        component: () => import('@/features/people/console/ImportPeople.vue'),
      },
      {
        path: 'new',
        name: 'person-new',
        meta: { permission: 'accounts.manage' },
        component: () => import('@/features/people/console/OpenAccount.vue'),
      },
      { path: 'roles', name: 'roles', component: () => import('@/features/people/console/RolesDrawer.vue') },
      { path: ':id', name: 'person', component: () => import('@/features/people/console/PersonDrawer.vue') },
    ],
  },
  {
    path: '/photo-keeping',
    name: 'keeping',
    meta: { permission: 'photos.keep' },
    component: () => import('@/features/keeping/console/KeepingPage.vue'),
  },
  {
    path: '/jobs',
    name: 'jobs',
    meta: { permission: 'jobs.read' },
    component: () => import('@/features/jobs/console/JobsPage.vue'),
  },
  {
    path: '/deliveries',
    name: 'deliveries',
    meta: { permission: 'deliveries.read' },
    component: () => import('@/features/channels/console/DeliveriesPage.vue'),
  },
  {
    path: '/channels',
    name: 'channels',
    meta: { permission: 'channels.manage' },
    component: () => import('@/features/channels/console/ChannelsPage.vue'),
  },
  {
    path: '/tokens',
    name: 'tokens',
    meta: { permission: 'tokens.manage' },
    component: () => import('@/features/tokens/console/TokensPage.vue'),
  },
  {
    path: '/audit',
    name: 'audit',
    meta: { permission: 'audit.read' },
    component: () => import('@/features/audit/console/AuditPage.vue'),
  },
  { path: '/devices', name: 'devices', component: () => import('@/features/me/console/DevicesPage.vue') },
]
