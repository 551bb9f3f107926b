import type { AccountDb } from '../database'
import { dayNumber } from '../freshness/overlay'

const ORDER = /^order:([^.]+)\.[^.]+\.(\d{4}-\d{2}-\d{2})$/

/** Let go of orders that were begun for a day that is over at their store: they cannot be sent as today's. */
export async function forgetForms(db: AccountDb, now: number): Promise<void> {
  const tx = db.transaction(['forms', 'stores'], 'readwrite')
  const forms = tx.objectStore('forms')
  for (const key of await forms.getAllKeys(IDBKeyRange.bound('order:', 'order:~'))) {
    const [, storeId, day] = ORDER.exec(key) ?? []
    const store = storeId === undefined ? undefined : await tx.objectStore('stores').get(storeId)
    if (store && day !== undefined && Math.floor(Date.parse(day) / 86_400_000) < dayNumber(store, now))
      await forms.delete(key)
  }
  await tx.done
}
