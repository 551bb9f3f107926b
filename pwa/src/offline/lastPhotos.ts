import type { AccountDb } from './database'
import type { Platform } from './platform'
import type { Courier } from './send'

const OPEN = new Set(['planned', 'started'])
const MOST_AT_ONCE = 60

/**
 * Have the photos of the last answers at hand where there is no network: what is known of each, and its small rendition,
 * which the service worker keeps. One of an answer, for visits that are still to be made; the rest is fetched when seen.
 */
export async function keepLastPhotos(
  db: AccountDb,
  courier: Courier,
  platform: Platform,
  closed: () => boolean,
): Promise<void> {
  const wanted = new Set<string>()
  for (const { status, answers } of await db.getAll('visits')) {
    if (!OPEN.has(status)) continue
    for (const { lastAnswer } of answers) if (lastAnswer?.photos[0]) wanted.add(lastAnswer.photos[0])
  }
  const known = new Set(await db.getAllKeys('photos'))
  for (const id of [...wanted].filter((each) => !known.has(each)).slice(0, MOST_AT_ONCE)) {
    if (closed() || !platform.online()) return
    const photo = await courier.read('/api/photos/{photo_id}', { path: { photo_id: id } })
    if (photo.links) await platform.fetch(photo.links.small).catch(() => null)
    await db.put('photos', photo)
  }
}
