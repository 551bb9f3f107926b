/** The rail by work, not by table; an entry shows only to those who hold its permission. */
export interface RailEntry {
  route: string
  title: string
  permission: string
  /** Outline on a 24 × 24 field. */
  icon: string
}

export const RAIL: RailEntry[][] = [
  [
    {
      route: 'overview',
      title: 'hq.rail.overview',
      permission: 'overview.read',
      icon: 'M4 20V10m6 10V4m6 16v-7m4 7H2',
    },
    {
      route: 'stores',
      title: 'hq.rail.stores',
      permission: 'stores.read',
      icon: 'M4 9 6 4h12l2 5M4 9v11h16V9M4 9c0 3 5 3 5 0 0 3 6 3 6 0 0 3 5 3 5 0M10 20v-5h4v5',
    },
    {
      route: 'visits',
      title: 'hq.rail.visits',
      permission: 'inspections.read',
      icon: 'M9 4h6v3H9V4ZM9 5H5v15h14V5h-4M9 14l2.5 2.5L16 12',
    },
    {
      route: 'reviews',
      title: 'hq.rail.reviews',
      permission: 'inspections.review',
      icon: 'M12 5c5 0 8.500 4.500 9.500 7-1 2.500-4.500 7-9.500 7s-8.500-4.500-9.500-7c1-2.500 4.500-7 9.500-7Zm-3 7 2 2 4-4',
    },
    {
      route: 'disputes',
      title: 'hq.rail.disputes',
      permission: 'inspections.decide',
      icon: 'M12 4v16M7 20h10M5 7h14M5 7l-3 6a3 3 0 0 0 6 0L5 7Zm14 0-3 6a3 3 0 0 0 6 0l-3-6Z',
    },
    {
      route: 'visit-calendar',
      title: 'hq.rail.visitCalendar',
      permission: 'inspections.read',
      icon: 'M4 6h16v14H4V6Zm0 5h16M8 3v5m8-5v5m-8 7h3m3 0h2',
    },
    {
      route: 'schedules',
      title: 'hq.rail.schedules',
      permission: 'inspections.plan',
      icon: 'M5 12a7 7 0 0 1 12-5l2 2m0-5v5h-5m5 3a7 7 0 0 1-12 5l-2-2m0 5v-5h5',
    },
    {
      route: 'heat',
      title: 'hq.rail.visitReports',
      permission: 'scores.read',
      icon: 'M4 4h16v16H4V4Zm0 5.300h16M4 14.700h16M9.300 4v16m5.400-16v16M5.500 17.500h2',
    },
    {
      route: 'shelves',
      title: 'hq.rail.shelves',
      permission: 'availability.read',
      icon: 'M4 4v16m16-16v16M4 9h16M4 15h16M7 9V6h3v3m4 0V5h3v4M8 15v-3h4v3m-5 5v-3h4v3m3 0v-2h3v2',
    },
    {
      route: 'photos',
      title: 'hq.rail.photos',
      permission: 'photos.read',
      icon: 'M4 5h16v14H4V5Zm0 11 5-5 4 4 3-3 4 4M9 9v.500',
    },
    {
      route: 'tasks',
      title: 'hq.rail.tasks',
      permission: 'tasks.read',
      icon: 'M12 4 2.8 20h18.400L12 4Zm0 6v4m0 3v.5',
    },
    {
      route: 'counts',
      title: 'hq.rail.counts',
      permission: 'counts.read',
      icon: 'M4 4h16v16H4V4Zm4 5 1.500 1.500L12 8m-4 7 1.500 1.500L12 14m2.500-4.500H17m-2.500 6H17',
    },
    {
      route: 'sales',
      title: 'hq.rail.sales',
      permission: 'sales.see_parked',
      icon: 'M6 3h12v18l-3-2-3 2-3-2-3 2V3Zm3 5h6m-6 4h6',
    },
    {
      route: 'stock',
      title: 'hq.rail.stock',
      permission: 'stock.read',
      icon: 'M3 20V9l9-5 9 5v11M7 20v-8h10v8M7 16h10',
    },
    {
      route: 'freshness',
      title: 'hq.rail.freshness',
      permission: 'stock.read_waste',
      icon: 'M7 3h10M7 21h10M8 3v4l8 10v4M16 3v4L8 17v4',
    },
    {
      route: 'recalls',
      title: 'hq.rail.recalls',
      permission: 'stock.read_recalls',
      icon: 'M4 10h11a5 5 0 0 1 0 10H8M8 6l-4 4 4 4M20 3v4m0 2.500v.500',
    },
    {
      route: 'transfers',
      title: 'hq.rail.transfers',
      permission: 'stock.read_transfers',
      icon: 'M4 8h14m-4-4 4 4-4 4M20 16H6m4-4-4 4 4 4',
    },
    {
      route: 'orders',
      title: 'hq.rail.orders',
      permission: 'ordering.read_orders',
      icon: 'M3 4h3l3 11h9l3-8H7M10 20v.500m7-.500v.500',
    },
    {
      route: 'supply',
      title: 'hq.rail.supply',
      permission: 'ordering.read_supply',
      icon: 'M3 6h11v11H3V6Zm11 4h4l3 3v4h-7M5 19a2 2 0 1 1 4 0m6 0a2 2 0 1 1 4 0',
    },
    {
      route: 'promotions',
      title: 'hq.rail.promotions',
      permission: 'ordering.read_promotions',
      icon: 'M4 12 12 4h8v8l-8 8-8-8Zm11.500-3.500h.500M9 12l3 3',
    },
    {
      route: 'signals',
      title: 'hq.rail.signals',
      permission: 'ordering.read_signals',
      icon: 'M5 5h14v15H5V5Zm0 5h14M9 3v4m6-4v4m-5 8 2-2 2 1 2-2',
    },
    {
      route: 'products',
      title: 'hq.rail.products',
      permission: 'catalog.read',
      icon: 'M4 8l8-4 8 4v8l-8 4-8-4V8Zm0 0 8 4 8-4m-8 4v8',
    },
    {
      route: 'ordering-results',
      title: 'hq.rail.reports',
      permission: 'results.read',
      icon: 'M4 20h16M6 17v-5m4 5V7m4 10v-8m4 8V4',
    },
  ],
  [
    {
      route: 'templates',
      title: 'hq.rail.templates',
      permission: 'inspections.read',
      icon: 'M5 3h14v18H5V3Zm4 5h6m-6 4h6m-6 4h4',
    },
    {
      route: 'people',
      title: 'hq.rail.people',
      permission: 'accounts.read',
      icon: 'M9 5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM2 20c.500-4 3.5-6 7-6s6.5 2 7 6M16 5a3.5 3.5 0 0 1 0 7m2 2.5c2.5.700 3.700 2.5 4 5.5',
    },
  ],
  [
    {
      route: 'deliveries',
      title: 'hq.rail.deliveries',
      permission: 'deliveries.read',
      icon: 'M4 6h16v12H4V6Zm0 1 8 6 8-6',
    },
    {
      route: 'channels',
      title: 'hq.rail.channels',
      permission: 'channels.manage',
      icon: 'M6 10a6 6 0 0 1 12 0c0 6 2 7 2 7H4s2-1 2-7Zm4 10a2 2 0 0 0 4 0',
    },
    {
      route: 'keeping',
      title: 'hq.rail.keeping',
      permission: 'photos.keep',
      icon: 'M4 5h16v4H4V5Zm1 4v11h14V9M10 13h4',
    },
    { route: 'jobs', title: 'hq.rail.jobs', permission: 'jobs.read', icon: 'M4 6h16M4 12h16M4 18h9m4-1 2 2 3-4' },
    {
      route: 'models',
      title: 'hq.rail.models',
      permission: 'shelves.watch_models',
      icon: 'M4 19V9m5 10V5m5 14v-7m5 7v-4M3 19h18M4 9l5-4 5 7 5 3',
    },
    {
      route: 'labels',
      title: 'hq.rail.labels',
      permission: 'shelves.export_labels',
      icon: 'M3 4h8l10 10-7 7L3 11V4Zm4 3v1',
    },
    {
      route: 'tokens',
      title: 'hq.rail.tokens',
      permission: 'tokens.manage',
      icon: 'M8 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8Zm4 4h10m-3 0v4m-3-4v3',
    },
    {
      route: 'audit',
      title: 'hq.rail.audit',
      permission: 'audit.read',
      icon: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6l8-3Zm-3.5 9 2.5 2.5 4.5-5',
    },
  ],
]
