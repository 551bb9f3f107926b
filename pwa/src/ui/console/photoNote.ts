import { useI18n } from 'vue-i18n'
import type { Photo } from '@/api/console/types'
import { useFormats } from '@/i18n/format'
import { readingLook, type Look } from '@/ui/tones'

const ON_THE_WAY: Look = { tone: 'info', icon: 'clock', word: 'hq.photo.awaiting' }
const CHECKED: Look = { tone: 'info', icon: 'clock', word: 'hq.photo.uploaded' }
const REFUSED: Look = { tone: 'bad', icon: 'alert', word: 'hq.photo.refused' }

/** What state a photo is in; an evidence photo that is ready needs no word. */
export function photoLook(photo: Photo): Look | null {
  if (photo.state === 'awaiting') return ON_THE_WAY
  if (photo.state === 'uploaded') return CHECKED
  if (photo.state === 'refused') return REFUSED
  return photo.reading === null ? null : readingLook(photo.reading.state)
}

/** The line below a photo: what was measured, or why nothing was. */
export function usePhotoNote(): (photo: Photo) => string {
  const { t } = useI18n()
  const formats = useFormats()
  return ({ reading, reason, state }) => {
    if (state === 'refused' && reason !== null) return t(`photo.reason.${reason}`)
    if (reading?.availability === null || reading?.availability === undefined) return ''
    return t('hq.photo.measured', {
      availability: formats.value.percent(reading.availability),
      gaps: reading.gaps ?? 0,
    })
  }
}
