/** A camera that looks away and comes back has looked at another piece; a blurred moment in between is no such thing. */
const GONE_MS = 1_200

/**
 * Which of the codes that a camera sees many times a second are new: another one always, the same one only when it
 * has been out of the picture for a while.
 * @param before what was seen last before a break, and may still lie there at the first look
 */
export function sightingsOf(before = ''): (code: string | null, at: number) => boolean {
  let last = before
  let seenAt: number | null = before === '' ? Number.NEGATIVE_INFINITY : null
  return (code, at) => {
    seenAt ??= at
    if (code === null) return false
    const isNew = code !== last || at - seenAt >= GONE_MS
    last = code
    seenAt = at
    return isNew
  }
}
