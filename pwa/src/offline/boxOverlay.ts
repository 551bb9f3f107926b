import type { Box, Photo } from '@/api/types'
import { showing } from './overlay'
import type { Command } from './records'

/** A photo with the boxes that wait on this device to be sent; what they come to is measured by the server. */
export function photoWith(photo: Photo | null, commands: readonly Command[]): { photo: Photo | null; edited: boolean } {
  const waits = ({ lane, state }: Command) => lane === `boxes:${photo?.id}` && state !== 'done'
  const command = showing(commands).findLast(waits)
  if (!command || !photo?.reading) return { photo, edited: false }
  const boxes = command.body['boxes'] as Box[]
  const reading = { ...photo.reading, boxes, rows: [], availability: null, facings: null, gaps: null }
  return { photo: { ...photo, reading }, edited: true }
}
