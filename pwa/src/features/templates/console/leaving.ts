import { onBeforeUnmount, onMounted } from 'vue'
import { useI18n } from 'vue-i18n'
import { ElMessageBox } from 'element-plus'
import { onBeforeRouteLeave } from 'vue-router'

/** Ask before a form is left whose changes would be lost: for another page of ours, and for anywhere else. */
export function useLeaving(unsaved: () => boolean): { freely: () => void } {
  const { t } = useI18n()
  let free = false
  const hold = (event: BeforeUnloadEvent) => {
    if (!free && unsaved()) event.preventDefault()
  }
  onMounted(() => addEventListener('beforeunload', hold))
  onBeforeUnmount(() => removeEventListener('beforeunload', hold))
  onBeforeRouteLeave(async () => {
    if (free || !unsaved()) return true
    return ElMessageBox.confirm(t('hq.templates.leaveHint'), t('hq.templates.leave'), {
      confirmButtonText: t('hq.templates.leaveAnyway'),
      cancelButtonText: t('hq.templates.stay'),
      customClass: 'd-ask',
    }).then(
      () => true,
      () => false,
    )
  })
  return { freely: () => (free = true) }
}
