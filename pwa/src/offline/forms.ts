import type { AccountDb } from './database'

/**
 * Forms that somebody has begun to fill and not sent: each under a key that names what it is and the store (or the
 * thing at a store) it is for, so that another store's is another form. One leaves with the command that it becomes.
 */
export const readForm = async <Form extends object>(db: AccountDb, key: string): Promise<Form | null> =>
  ((await db.get('forms', key)) ?? null) as Form | null

/** Change what is kept, on the disk before it resolves; two tabs that fill the same form add to each other. */
export async function changeForm<Form extends object>(
  db: AccountDb,
  key: string,
  make: (before: Form | null) => Form,
): Promise<Form> {
  const tx = db.transaction('forms', 'readwrite', { durability: 'strict' })
  const form = make(((await tx.store.get(key)) ?? null) as Form | null)
  await tx.store.put(form, key)
  await tx.done
  return form
}
