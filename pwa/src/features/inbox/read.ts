import type { Notification } from '@/api/types'
import type { Engine } from '@/offline/engine'

/** Mark an entry as read, on this device at once and on the server when that is possible. */
export async function read(engine: Engine, { id, title }: Pick<Notification, 'id' | 'title'>): Promise<void> {
  const path = `/api/notifications/${id}/read`
  await engine.enqueue({
    kind: 'inbox.read',
    lane: `notification:${id}`,
    method: 'POST',
    path,
    body: {},
    target: path,
    about: title,
  })
}

/** Mark the entry that a message led here for; one that is not this person's, or read already, is left alone. */
export async function markRead(engine: Engine, id: string): Promise<void> {
  const known =
    (await engine.db.get('notifications', id)) ?? ((await engine.sync()) && (await engine.db.get('notifications', id)))
  if (known && known.readAt === null) await read(engine, known)
}
