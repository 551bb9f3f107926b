import { useI18n } from 'vue-i18n'

/** Every permission that the server declares, in the order of the rail. */
export const PERMISSIONS = [
  'overview.read',
  'stores.read',
  'stores.edit',
  'stores.shape',
  'inspections.read',
  'inspections.plan',
  'inspections.conduct',
  'templates.manage',
  'tasks.read',
  'tasks.open',
  'tasks.respond',
  'tasks.block',
  'tasks.unblock',
  'tasks.comment',
  'tasks.verify',
  'tasks.assign',
  'tasks.reschedule',
  'tasks.oversee',
  'tasks.govern',
  'photos.read',
  'photos.upload',
  'shelves.correct',
  'shelves.export_labels',
  'availability.read',
  'stock.read',
  'stock.receive',
  'stock.see_while_counted',
  'stock.handle_lots',
  'stock.report_waste',
  'stock.read_waste',
  'stock.approve_waste',
  'stock.read_recalls',
  'stock.recall',
  'stock.set_rule',
  'sales.ingest',
  'sales.read',
  'sales.see_parked',
  'sales.name_product',
  'counts.read',
  'counts.plan',
  'counts.open',
  'counts.take',
  'counts.review',
  'counts.approve',
  'counts.approve_any',
  'counts.set_rule',
  'catalog.read',
  'catalog.edit',
  'integrations.import_stores',
  'integrations.import_products',
  'integrations.export_stores',
  'integrations.export_products',
  'accounts.read',
  'accounts.manage',
  'channels.manage',
  'deliveries.read',
  'tokens.manage',
  'jobs.read',
  'jobs.retry',
  'audit.read',
] as const

/** What a permission allows, in words; one that the words do not know yet is called by its code. */
export function usePermissionName(): (code: string) => string {
  const { t, te } = useI18n()
  return (code) => {
    const key = `hq.permission.${code === '*' ? 'everything' : code}`
    return te(key) ? t(key) : code
  }
}
