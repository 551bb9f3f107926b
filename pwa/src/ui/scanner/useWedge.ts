import { onMounted, onUnmounted } from 'vue'
import { wedgeOf } from './wedge'

/** Whether keys go into a field, where they are a person's (or a scanner's) typing and nobody else's. */
function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Listen to a scanner that types, as long as the screen is there and no field has the keys. */
export function useWedge(prefix: () => string, found: (code: string) => void): void {
  const wedge = wedgeOf(prefix)
  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return
    const heard = wedge(event.key, event.timeStamp)
    if (heard.kind === 'none') return
    // The end of a code must not press the button that has the focus, nor move it.
    event.preventDefault()
    if (heard.kind === 'code') found(heard.code)
  }
  onMounted(() => document.addEventListener('keydown', key))
  onUnmounted(() => document.removeEventListener('keydown', key))
}
