import type { paths } from './generated/schema'

/** A path of the API that can be read, as the server's description writes it: `/api/photos/{photo_id}`. */
export type ReadPath = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths]

/** What reading a path answers. */
export type ReadAnswer<P extends ReadPath> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never
