import { ref, type Ref } from 'vue'

/** Where a device keeps the company code of its last log-in; most people have one company and never type one. */
const KEPT = 'storewalk.company'

export interface Company {
  /** The code as it stands in the field. */
  code: Ref<string>
  /** Whether the field shows; it stays behind a link until somebody needs it. */
  open: Ref<boolean>
  /** What the log-in sends. */
  organization(): string | null
  /** The log-in passed: the next one on this device begins with the same code, or with none. */
  keep(): void
}

/** The company code of a log-in, from the link that led here (`?org=`), else from this device's last log-in. */
export function useCompany(linked: unknown): Company {
  const code = ref((typeof linked === 'string' ? linked : localStorage.getItem(KEPT)) ?? '')
  const organization = () => code.value.trim() || null
  return {
    code,
    open: ref(code.value !== ''),
    organization,
    keep() {
      const given = organization()
      if (given === null) localStorage.removeItem(KEPT)
      else localStorage.setItem(KEPT, given)
    },
  }
}
