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
      confirmButtonText: t('hq.templates.stay'),
      cancelButtonText: t('hq.templates.leaveAnyway'),
      distinguishCancelAndClose: true,
    }).then(
      () => false,
      (how: unknown) => how === 'cancel',
    )
  })
  return { freely: () => (free = true) }
}
