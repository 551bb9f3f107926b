/** What the engine needs of the browser, so that tests can stand in for the network and the clock. */
export interface Platform {
  fetch: typeof fetch
  /** POST a form and report the share sent; answers the HTTP status. Rejects when there is no answer. */
  upload(url: string, form: FormData, progress: (share: number) => void): Promise<number>
  now(): number
  online(): boolean
  /** Run `work` while no other tab does. */
  exclusively(name: string, work: () => Promise<void>): Promise<void>
  /** Tell and hear the other tabs. */
  channel: { post(message: string): void; listen(hear: (message: string) => void): () => void }
  random(): number
}

const UPLOAD_TIMEOUT_MS = 180_000

function uploadForm(url: string, form: FormData, progress: (share: number) => void): Promise<number> {
  return new Promise((resolve, reject) => {
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
}

export function browserPlatform(): Platform {
  const channel = new BroadcastChannel('storewalk')
  return {
    fetch: (input, init) => fetch(input, init),
    upload: uploadForm,
    now: () => Date.now(),
    online: () => navigator.onLine,
    exclusively: async (name, work) => {
      await navigator.locks.request(name, work)
    },
    channel: {
      post: (message) => channel.postMessage(message),
      listen: (hear) => {
        const listener = (event: MessageEvent) => hear(String(event.data))
        channel.addEventListener('message', listener)
        return () => channel.removeEventListener('message', listener)
      },
    },
    random: () => Math.random(),
  }
}
