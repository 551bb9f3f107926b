import { onChange } from '@/api/console/live'
import { useResource, type Resource } from '@/api/console/resource'
import { useDesk } from '@/api/console/session'
import type { Photo } from '@/api/console/types'

/** One photo with what was seen on it; read again when it arrives, is read by the model, or its links have expired. */
export function usePhoto(id: () => string): Resource<Photo> {
  const { api } = useDesk()
  const photo = useResource(() => api.read<Photo>('/api/photos/{id}', { path: { id: id() } }), { of: id })
  onChange(['photos.', 'shelves.'], () => void photo.reload(), id)
  return photo
}
