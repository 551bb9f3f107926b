/** Words that the server has not heard yet lie here, each as the name of an empty entry. */
const CACHE = 'acknowledgements'
const PATH = '/api/push/acknowledgements'

async function say(word: string): Promise<boolean> {
  const body = JSON.stringify({ word })
  const headers = { 'Content-Type': 'application/json' }
  const answer = await fetch(PATH, { method: 'POST', headers, body, credentials: 'omit' }).catch(() => null)
  // A refusal is an answer too: asking again would not change it.
  return answer !== null && answer.status < 500
}

/** Say all words that were kept while there was no network. */
async function sayKept(): Promise<void> {
  const kept = await caches.open(CACHE)
  for (const entry of await kept.keys()) {
    const word = new URL(entry.url).searchParams.get('word')
    if (word === null || (await say(word))) await kept.delete(entry)
  }
}

/** Tell the server that a message was shown; without network the word is kept and said later. */
export async function acknowledge(word: string): Promise<void> {
  const kept = await caches.open(CACHE)
  await kept.put(`${PATH}?word=${encodeURIComponent(word)}`, new Response())
  await sayKept()
}

/** The app says when the network is back. */
export function acknowledgements(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('message', (event) => {
    if ((event.data as { kind?: string } | null)?.kind === 'online') event.waitUntil(sayKept())
  })
}
