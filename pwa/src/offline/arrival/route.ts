import type { Position, VisitRoute } from '@/api/types'
import type { AccountDb } from '../database'
import type { Courier } from '../send'

const keyOf = (day: string) => `route:${day}`

/** The order of a day's visits as the server gave it last, for a morning without signal. */
export async function keptRoute(db: AccountDb, day: string): Promise<VisitRoute | null> {
  const text = await db.get('facts', keyOf(day))
  return typeof text === 'string' ? (JSON.parse(text) as VisitRoute) : null
}

/** Ask for the order of a day's visits, from where the phone is if that is known, and keep it. Throws what the courier throws. */
export async function pullRoute(
  db: AccountDb,
  courier: Courier,
  day: string,
  from: Position | null,
): Promise<VisitRoute> {
  const query = from ? { lat: from.lat, lng: from.lng, datum: from.datum } : {}
  const route = await courier.read('/api/visit-routes/{day}', { path: { day }, query })
  await db.put('facts', JSON.stringify(route), keyOf(day))
  return route
}

/** Keep the orders of some days, and let go of those of days before the first. */
export async function pullRoutes(db: AccountDb, courier: Courier, days: readonly string[]): Promise<void> {
  const past = IDBKeyRange.bound(keyOf(''), keyOf(days[0] ?? '~'), false, true)
  await db.delete('facts', past)
  for (const day of days) await pullRoute(db, courier, day, null)
}
