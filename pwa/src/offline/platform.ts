import { uploadForm, type Upload } from '@/api/upload'

/** What the engine needs of the browser, so that tests can stand in for the network and the clock. */
export interface Platform {
  fetch: typeof fetch
  upload: Upload
  now(): number
  online(): boolean
  /** Run `work` while no other tab does. */
  exclusively(name: string, work: () => Promise<void>): Promise<void>
  /** Tell and hear the other tabs. */
  channel: { post(message: string): void; listen(hear: (message: string) => void): () => void }
  random(): number
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
