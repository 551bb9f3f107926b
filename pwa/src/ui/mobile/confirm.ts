import { showConfirmDialog } from 'vant'
import 'vant/es/dialog/style'

interface Question {
  title: string
  message: string
  /** The buttons: do it, leave it. */
  yes: string
  no: string
}

/** Ask before something that cannot be taken back; whether the person wants it. */
export async function confirmed({ title, message, yes, no }: Question): Promise<boolean> {
  // Vant puts the title's text where the id of a label belongs, which leaves the dialog without a name.
  const named = { 'aria-label': title, 'aria-labelledby': undefined }
  const question = { ...named, title, message, confirmButtonText: yes, cancelButtonText: no }
  return (await showConfirmDialog(question).catch(() => null)) !== null
}
