import { useI18n } from 'vue-i18n'

/** A standard role's name; an organization's own role is called by its code. */
export function useRoleName(): (code: string) => string {
  const { t, te } = useI18n()
  return (code) => (te(`hq.role.${code}`) ? t(`hq.role.${code}`) : code)
}
