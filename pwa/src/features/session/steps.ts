import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { ApiError } from '@/api/problem'
import type { FactorBegun } from '@/api/types'

const DUE = { password_due: 'password', code_due: 'code', enrolment_due: 'enrolment' } as const
export type Due = (typeof DUE)[keyof typeof DUE]

export interface Steps {
  /** What the log-in asks for now, beyond the password. */
  due: Ref<Due | null>
  code: Ref<string>
  newPassword: Ref<string>
  /** What the authenticator app is given, while it is set up. */
  begun: ShallowRef<FactorBegun | null>
  /** What the log-in sends beside the password. */
  more(): { code?: string; newPassword?: string }
  /** Whether an error asks for a further step, which is taken then. */
  takes(error: unknown): Promise<boolean>
  /** Another name or password begins again. */
  startOver(): void
}

const isDue = (code: string): code is keyof typeof DUE => code in DUE

/** The steps of a log-in after the password; each sends all that was given before once more. */
export function useSteps(begin: () => Promise<FactorBegun>): Steps {
  const due = ref<Due | null>(null)
  const code = ref('')
  const newPassword = ref('')
  const begun = shallowRef<FactorBegun | null>(null)
  return {
    due,
    code,
    newPassword,
    begun,
    more: () => ({
      ...(code.value.trim() === '' ? {} : { code: code.value.trim() }),
      ...(newPassword.value === '' ? {} : { newPassword: newPassword.value }),
    }),
    async takes(error) {
      code.value = ''
      if (!(error instanceof ApiError) || !isDue(error.problem.code)) return false
      due.value = DUE[error.problem.code]
      if (due.value === 'enrolment') begun.value ??= await begin()
      return true
    },
    startOver() {
      due.value = begun.value = null
      code.value = newPassword.value = ''
    },
  }
}
