import { print, type Print } from './print'

export interface Asked {
  id: number
  bitmap: ImageBitmap
}
export type Answered = { id: number; print: Print } | { id: number; fault: string }

// Compressing and judging a photo takes a second on a cheap phone; here it does not hold up the viewfinder.
addEventListener('message', ({ data: { id, bitmap } }: MessageEvent<Asked>) => {
  print(bitmap).then(
    (made) => postMessage({ id, print: made } satisfies Answered, { transfer: [made.bytes] }),
    (error: unknown) => postMessage({ id, fault: String(error) } satisfies Answered),
  )
})
