import { onUnmounted, ref, shallowRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { sendPhoto } from '@/api/console/photos'
import { useDesk } from '@/api/console/session'
import { developFile, openPrinter } from '@/ui/camera/capture'

export interface PictureSending {
  readonly busy: Readonly<Ref<boolean>>
  /** Why a file was not taken, in the reader's words; empty while there is nothing to say. */
  readonly said: Readonly<Ref<string>>
  readonly error: Readonly<Ref<unknown>>
  /** Send a file as a photo of a store; returns its id, or null where it was not taken. */
  send(file: File, storeId: string): Promise<string | null>
}

/** Pictures of how it should look, from files; like every photo they were taken in some store. */
export function usePictures(): PictureSending {
  const { t } = useI18n()
  const { api } = useDesk()
  const busy = ref(false)
  const said = ref('')
  const error = shallowRef<unknown>(null)
  const printer = openPrinter()
  onUnmounted(() => printer.close())

  async function taken(file: File, storeId: string): Promise<string | null> {
    const shot = await developFile(printer, file)
    if (!shot) {
      said.value = t('hq.chosen.unreadable', { name: file.name })
      return null
    }
    // Its small copy stays here.
    const { bytes, ...facts } = { ...shot.photo, storeId, small: undefined }
    const form = { ...facts, size: bytes.byteLength }
    const seen = await sendPhoto(api, form, bytes, { sending: () => undefined, checking: () => undefined })
    if (seen.state !== 'refused') return seen.id
    said.value = t(`photo.reason.${seen.reason ?? 'unreadable'}`)
    return null
  }

  return {
    busy,
    said,
    error,
    async send(file, storeId) {
      busy.value = true
      said.value = ''
      error.value = null
      try {
        return await taken(file, storeId)
      } catch (caught) {
        error.value = caught
        return null
      } finally {
        busy.value = false
      }
    },
  }
}
