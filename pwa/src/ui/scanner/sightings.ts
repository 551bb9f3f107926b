/** A camera that looks away and comes back has looked at another piece; a blurred moment in between is no such thing. */
const GONE_MS = 1_200

/**
 * Which of the codes that a camera sees many times a second are new: another one always, the same one only when it
 * has been out of the picture for a while.
 */
export function sightingsOf(goneMs: number = GONE_MS): (code: string | null, at: number) => boolean {
  let last = ''
  let seenAt = Number.NEGATIVE_INFINITY
  return (code, at) => {
    if (code === null) return false
    const isNew = code !== last || at - seenAt >= goneMs
    last = code
    seenAt = at
    return isNew
  }
}
