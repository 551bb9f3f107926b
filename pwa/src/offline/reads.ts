import type { Notification, Store, Task, TaskPerson, Template, Visit } from '@/api/types'
import type { Engine } from './engine'
import type { Command } from './records'
import { outOfReach } from './send'
import { notificationsWith, visitWith, visitsWith } from './overlay'
import { tasksWith, type Person } from './taskOverlay'

/** What the screens show: the synced data with this device's own unsent edits laid over it. */
export async function readVisits({ db, queue }: Engine): Promise<Visit[]> {
  const [visits, templates, stores, commands] = await Promise.all([
    db.getAll('visits'),
    db.getAll('templates'),
    db.getAll('stores'),
    queue.all(),
  ])
  return visitsWith(visits, templates, stores, commands)
}

/** A visit that was begun here, which the server has not told of yet: as it began. */
export async function readBegun({ db }: Engine, lane: readonly Command[]): Promise<Visit | null> {
  const [templates, stores] = await Promise.all([db.getAll('templates'), db.getAll('stores')])
  const starting = lane.filter(({ kind }) => kind === 'visit.start')
  return visitsWith([], templates, stores, starting)[0] ?? null
}

export async function readVisit(engine: Engine, id: string): Promise<Visit | null> {
  const [visit, commands] = await Promise.all([engine.db.get('visits', id), engine.queue.all()])
  const lane = commands.filter((command) => command.lane === `inspection:${id}`)
  const base = visit ?? (await readBegun(engine, lane))
  return base && visitWith(base, lane)
}

export async function readTasks({ db, queue }: Engine, me: Person): Promise<Task[]> {
  const [tasks, commands, stores, known] = await Promise.all([
    db.getAll('tasks'),
    queue.all(),
    db.getAll('stores'),
    db.getAll('facts', IDBKeyRange.bound(peopleKey(''), peopleKey('~'))),
  ])
  return tasksWith(tasks, commands, { me, stores, people: known.flatMap(people) })
}

export async function readTask(engine: Engine, id: string, me: Person): Promise<Task | null> {
  return (await readTasks(engine, me)).find((task) => task.id === id) ?? null
}

const peopleKey = (storeId: string) => `people:${storeId}`
const people = (kept: string | number | undefined): TaskPerson[] =>
  typeof kept === 'string' ? (JSON.parse(kept) as TaskPerson[]) : []

/** Who may answer tasks at a store, fresh or as this device heard it last; none when it never did. */
export async function readPeople({ db, courier }: Engine, storeId: string): Promise<TaskPerson[]> {
  try {
    const path = { store_id: storeId }
    const { items } = await courier.read('/api/tasks/people/{store_id}', { path })
    await db.put('facts', JSON.stringify(items), peopleKey(storeId))
    return items
  } catch (error) {
    if (!outOfReach(error)) throw error
    return people(await db.get('facts', peopleKey(storeId)))
  }
}

export async function readStores({ db }: Engine): Promise<Store[]> {
  return (await db.getAll('stores')).sort((a, b) => a.code.localeCompare(b.code))
}

export const readTemplates = ({ db }: Engine): Promise<Template[]> => db.getAll('templates')

/** Newest first. */
export async function readNotifications({ db, queue }: Engine): Promise<Notification[]> {
  const all = notificationsWith(await db.getAll('notifications'), await queue.all())
  return all.sort((a, b) => b.at.localeCompare(a.at))
}

/** Fetch one visit or task that the sync does not carry, such as an old one, and keep it; quiet without network. */
export async function refresh(engine: Engine, table: 'visits' | 'tasks', id: string): Promise<void> {
  try {
    // A first sync replaces the tables, so it comes before what is fetched by itself.
    await engine.sync()
    if (table === 'visits') {
      await engine.db.put(
        'visits',
        await engine.courier.read('/api/inspections/{visit_id}', { path: { visit_id: id } }),
      )
    } else {
      await engine.db.put('tasks', await engine.courier.read('/api/tasks/{task_id}', { path: { task_id: id } }))
    }
    engine.changed()
  } catch (error) {
    if (!outOfReach(error)) throw error
  }
}
