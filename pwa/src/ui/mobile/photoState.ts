import { useI18n } from 'vue-i18n'
import type { Photo } from '@/api/types'
import type { UploadView } from '@/offline/uploadPhase'
import { readingLook } from '../tones'

/** What a photo is at, in words: on its way, being checked, being read, read; nothing where there is nothing to say. */
export function usePhotoState(): (photo: Photo | null, upload: UploadView | null) => string {
  const { t } = useI18n()
  return (photo, upload) => {
    if (upload) {
      if (upload.phase === 'sending') return t('photo.sending', { percent: Math.floor(upload.share * 100) })
      return t(`photo.phase.${upload.phase}`)
    }
    if (photo === null) return ''
    if (photo.state === 'refused') return t('photo.refused')
    if (photo.state !== 'ready') return t('photo.phase.checking')
    return photo.reading === null ? '' : t(readingLook(photo.reading.state).word)
  }
}
