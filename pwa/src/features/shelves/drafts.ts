import type { Box, Photo } from '@/api/types'
import type { Draft } from '@/offline/records'

/** All boxes of a photo as the person left them, from the version of the reading that was seen. */
export function boxesDraft(photo: Photo, boxes: Box[]): Draft {
  const path = `/api/photos/${photo.id}/boxes`
  const body = { boxes, ifVersion: photo.reading?.version ?? 0 }
  return { kind: 'photo.boxes', lane: `boxes:${photo.id}`, method: 'PUT', path, body, target: path }
}
