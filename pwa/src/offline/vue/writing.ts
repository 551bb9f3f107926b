import { computed, ref, watch, type Ref, type WritableComputedRef } from 'vue'
import type { CapturedPhoto } from '../engine'
import { useForm } from './form'

interface Written {
  text: string
  photos: CapturedPhoto[]
}

/** Words and photos that are kept as they come, so that a reload or a call in between loses nothing. */
export interface Writing {
  text: Ref<string>
  photos: WritableComputedRef<CapturedPhoto[]>
  /** Begin anew; what was written is let go. */
  clear(): Promise<void>
}

/** @param key under which it is kept; the command that it becomes takes it along */
export function useWriting(key: string): Writing {
  const { form, change, drop } = useForm<Written>(key, () => ({ text: '', photos: [] }))
  // Typing does not wait for the disk.
  const text = ref('')
  watch(form, (now, before) => {
    if (now && !before && text.value === '') text.value = now.text
  })
  watch(text, (written) => {
    if (form.value?.text !== written) void change((before) => ({ ...before, text: written }))
  })
  return {
    text,
    photos: computed({
      get: () => form.value?.photos ?? [],
      set: (photos) => void change((before) => ({ ...before, photos })),
    }),
    async clear() {
      text.value = ''
      await drop()
    },
  }
}
