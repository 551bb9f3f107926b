import type { NavigationGuard, RouteRecordRaw } from 'vue-router'
import type { DeskSession } from '@/api/console/session'
import { orderRoutes } from './orderRoutes'
import { RAIL } from './rail'
import { supplyRoutes } from './supplyRoutes'

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

const storeForm = () => import('@/features/stores/console/StoreForm.vue')
const productForm = () => import('@/features/products/console/ProductForm.vue')
const promotionForm = () => import('@/features/promotions/console/PromotionForm.vue')
const templateForm = () => import('@/features/templates/console/TemplateEditor.vue')

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
    path: '/stores',
    name: 'stores',
    meta: { permission: 'stores.read' },
    component: () => import('@/features/stores/console/StoresPage.vue'),
    children: [
      { path: 'new', name: 'store-new', meta: { permission: 'stores.edit' }, component: storeForm },
      { path: ':id', name: 'store', component: () => import('@/features/stores/console/StoreDrawer.vue') },
      { path: ':id/edit', name: 'store-edit', meta: { permission: 'stores.edit' }, component: storeForm },
    ],
  },
  {
    path: '/stores/shape',
    name: 'shape',
    meta: { permission: 'stores.shape', within: 'stores' },
    component: () => import('@/features/stores/console/ShapePage.vue'),
  },
  {
    path: '/visits',
    name: 'visits',
    meta: { permission: 'inspections.read' },
    component: () => import('@/features/visits/console/VisitsPage.vue'),
    children: [{ path: ':id', name: 'visit', component: () => import('@/features/visits/console/VisitDrawer.vue') }],
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
  ...orderRoutes,
  ...supplyRoutes,
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
  {
    path: '/products',
    name: 'products',
    meta: { permission: 'catalog.read' },
    component: () => import('@/features/products/console/ProductsPage.vue'),
    children: [
      { path: 'new', name: 'product-new', meta: { permission: 'catalog.edit' }, component: productForm },
      { path: ':id', name: 'product', component: () => import('@/features/products/console/ProductDrawer.vue') },
      { path: ':id/edit', name: 'product-edit', meta: { permission: 'catalog.edit' }, component: productForm },
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
    path: '/people',
    name: 'people',
    meta: { permission: 'accounts.read' },
    component: () => import('@/features/people/console/PeoplePage.vue'),
    children: [
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
  { path: '/:rest(.*)*', name: 'nowhere', component: () => import('./Nowhere.vue') },
]
