import { ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ApiError, NoAnswer } from '@/api/problem'
import { OtherAccount } from '@/offline/send'

/** One thing at a time that needs the network, and what was in its way. */
export function useAttempt(): {
  busy: Ref<boolean>
  trouble: Ref<string>
  attempt(work: () => Promise<void>): Promise<void>
} {
  const { t } = useI18n()
  const busy = ref(false)
  const trouble = ref('')
  return {
    busy,
    trouble,
    async attempt(work) {
      busy.value = true
      trouble.value = ''
      try {
        await work()
      } catch (error) {
        if (error instanceof NoAnswer || error instanceof OtherAccount) trouble.value = t('common.needsNetwork')
        else if (error instanceof ApiError) trouble.value = error.message
        else throw error
      } finally {
        busy.value = false
      }
    },
  }
}
