import type { Command, LocalPhoto } from './records'

/** How far a photo that is still on this device has come. */
export interface UploadView {
  phase: 'waiting' | 'offline' | 'sending' | 'retrying' | 'checking' | 'refused'
  /** Share sent so far, 0 to 1, while it is being sent. */
  share: number
  command: Command | null
}

/**
 * @param share what is known of a sending under way, in whatever tab; null when there is none
 * @param reachable whether the server answered last time and there is a network
 */
export function uploadView(
  local: LocalPhoto,
  command: Command | null,
  share: number | null,
  reachable: boolean,
): UploadView {
  if (command?.state === 'refused') return { phase: 'refused', share: 0, command }
  // All bytes are there; what is left is the server's own check of them.
  if (local.step === 'confirm') return { phase: reachable ? 'checking' : 'offline', share: 1, command }
  if (!reachable) return { phase: 'offline', share: 0, command }
  if (share !== null) return { phase: 'sending', share, command }
  const tried = command !== null && command.attempts > 0 && command.state === 'waiting'
  return { phase: tried ? 'retrying' : 'waiting', share: 0, command }
}
