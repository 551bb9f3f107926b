const UPLOAD_TIMEOUT_MS = 180_000

/** POST a form and report the share sent; answers the HTTP status. Rejects when there is no answer. */
export type Upload = (url: string, form: FormData, progress: (share: number) => void) => Promise<number>

export const uploadForm: Upload = (url, form, progress) =>
  new Promise((resolve, reject) => {
    // fetch cannot report how much of a body has been sent.
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.timeout = UPLOAD_TIMEOUT_MS
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total)
    }
    request.onload = () => resolve(request.status)
    request.onerror = () => reject(new Error('the upload broke off'))
    request.ontimeout = () => reject(new Error('the upload took too long'))
    request.send(form)
  })

/** The form of an upload policy, the file last as S3 wants it. */
export function uploadOf(fields: Record<string, string>, file: Blob, name: string): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', file, name)
  return form
}
