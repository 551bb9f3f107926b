import type { NavigationGuard, RouteRecordRaw } from 'vue-router'
import type { DeskSession } from '@/api/console/session'
import { demandRoutes } from './demandRoutes'
import { orderRoutes } from './orderRoutes'
import { purchaseRoutes } from './purchaseRoutes'
import { RAIL } from './rail'
import { reportRoutes } from './reportRoutes'
import { settingsRoutes } from './settingsRoutes'
import { stockRoutes } from './stockRoutes'
import { storeRoutes } from './storeRoutes'
import { supplyRoutes } from './supplyRoutes'
import { visitRoutes } from './visitRoutes'

declare module 'vue-router' {
  interface RouteMeta {
    /** Shown to those who are not logged in. */
    open?: boolean
    permission?: string
    /** The entry of the rail that it belongs to, where its address does not say. */
    within?: string
  }
}

/** The page after log-in: the first of the rail that the person may see. */
function firstPage(desk: DeskSession): string {
  return RAIL.flat().find((entry) => desk.may(entry.permission))?.route ?? 'devices'
}

/** Nobody sees a page before logging in, or one they hold no permission for. */
export function guard(desk: DeskSession): NavigationGuard {
  return (to) => {
    if (to.meta.open) return true
    if (desk.profile.value === null) return { name: 'login', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
    if (to.name === 'home') return { name: firstPage(desk) }
    return (
      to.matched.every(({ meta }) => meta.permission === undefined || desk.may(meta.permission)) || { name: 'nowhere' }
    )
  }
}

export const routes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('./Nowhere.vue') },
  {
    path: '/login',
    name: 'login',
    meta: { open: true },
    component: () => import('@/features/session/console/LoginPage.vue'),
  },
  {
    path: '/overview',
    name: 'overview',
    meta: { permission: 'overview.read' },
    component: () => import('@/features/overview/console/OverviewPage.vue'),
  },
  {
    path: '/tasks',
    name: 'tasks',
    meta: { permission: 'tasks.read' },
    component: () => import('@/features/tasks/console/TasksPage.vue'),
    children: [
      {
        path: 'new',
        name: 'task-new',
        meta: { permission: 'tasks.open' },
        component: () => import('@/features/tasks/console/NewTaskDrawer.vue'),
      },
      {
        path: 'gaps',
        name: 'task-gaps',
        meta: { permission: 'tasks.oversee' },
        component: () => import('@/features/tasks/console/GapsDrawer.vue'),
      },
      { path: ':id', name: 'task', component: () => import('@/features/tasks/console/TaskDrawer.vue') },
    ],
  },
  ...storeRoutes,
  ...visitRoutes,
  ...stockRoutes,
  ...orderRoutes,
  ...purchaseRoutes,
  ...supplyRoutes,
  ...demandRoutes,
  ...reportRoutes,
  ...settingsRoutes,
  { path: '/:rest(.*)*', name: 'nowhere', component: () => import('./Nowhere.vue') },
]
