import type { RouteRecordRaw } from 'vue-router'

/** Every screen is a chunk of its own; `tab` says which tab it belongs to. */
export const routes: RouteRecordRaw[] = [
  {
    path: '/login',
    name: 'login',
    component: () => import('@/features/session/mobile/LoginScreen.vue'),
    meta: { open: true },
  },
  {
    path: '/',
    name: 'today',
    component: () => import('@/features/today/mobile/TodayScreen.vue'),
    meta: { tab: 'today' },
  },
  {
    path: '/visits/new',
    name: 'start',
    component: () => import('@/features/visits/mobile/StartScreen.vue'),
    meta: { tab: 'today' },
  },
  {
    path: '/visits/:id',
    name: 'visit',
    component: () => import('@/features/visits/mobile/VisitScreen.vue'),
    props: true,
    meta: { tab: 'today' },
  },
  {
    path: '/visits/:id/summary',
    name: 'summary',
    component: () => import('@/features/visits/mobile/SummaryScreen.vue'),
    props: true,
    meta: { tab: 'today' },
  },
  {
    path: '/photos/:id/boxes',
    name: 'boxes',
    component: () => import('@/features/shelves/mobile/BoxesScreen.vue'),
    props: true,
    meta: { tab: 'today' },
  },
  {
    path: '/tasks',
    name: 'tasks',
    component: () => import('@/features/tasks/mobile/TaskListScreen.vue'),
    meta: { tab: 'tasks' },
  },
  {
    path: '/tasks/new',
    name: 'task-new',
    component: () => import('@/features/tasks/mobile/NewTaskScreen.vue'),
    meta: { tab: 'tasks' },
  },
  {
    path: '/tasks/:id',
    name: 'task',
    component: () => import('@/features/tasks/mobile/TaskScreen.vue'),
    props: true,
    meta: { tab: 'tasks' },
  },
  {
    path: '/scan',
    name: 'scan',
    component: () => import('@/features/scan/mobile/ScanScreen.vue'),
    meta: { tab: 'scan' },
  },
  {
    path: '/stores',
    name: 'stores',
    component: () => import('@/features/stores/mobile/StoreListScreen.vue'),
    meta: { tab: 'stores' },
  },
  {
    path: '/stores/:id',
    name: 'store',
    component: () => import('@/features/stores/mobile/StoreScreen.vue'),
    props: true,
    meta: { tab: 'stores' },
  },
  { path: '/me', name: 'me', component: () => import('@/features/me/mobile/MeScreen.vue'), meta: { tab: 'me' } },
  {
    path: '/me/devices',
    name: 'devices',
    component: () => import('@/features/me/mobile/DevicesScreen.vue'),
    meta: { tab: 'me' },
  },
  {
    path: '/me/push',
    name: 'push',
    component: () => import('@/features/me/mobile/PushScreen.vue'),
    meta: { tab: 'me' },
  },
  {
    path: '/inbox',
    name: 'inbox',
    component: () => import('@/features/inbox/mobile/InboxScreen.vue'),
    meta: { tab: 'me' },
  },
  {
    path: '/queue',
    name: 'queue',
    component: () => import('@/features/queue/mobile/QueueScreen.vue'),
    meta: { tab: 'me' },
  },
  { path: '/:rest(.*)*', redirect: '/' },
]
