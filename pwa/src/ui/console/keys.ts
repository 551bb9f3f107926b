import { onScopeDispose } from 'vue'

export type Intent = 'search' | 'down' | 'up' | 'open'

const KEYS: Record<string, Intent> = { '/': 'search', j: 'down', k: 'up', Enter: 'open' }
const CONTROLS = 'input, textarea, select, button, a, [contenteditable], [role="combobox"], [role="slider"]'

interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  isComposing: boolean
}

/** What a key means on a list page; nothing while somebody types, works a control, or a dialog is open. */
export function intentOf(event: Pressed, focus: Element | null, dialogOpen: boolean): Intent | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialogOpen) return null
  const intent = KEYS[event.key] ?? null
  if (intent === null || focus === null) return intent
  const acts = focus.matches(CONTROLS)
  const types = acts && !focus.matches('button, a')
  return types || (intent === 'open' && acts) ? null : intent
}

/** The row after `current` in a direction; the first when none is current, never beyond the ends. */
export function step(length: number, current: number, by: 1 | -1): number {
  if (current < 0) return length > 0 ? 0 : -1
  return Math.min(length - 1, Math.max(0, current + by))
}

/** Listen to the list keys as long as the page is there. */
export function onKeys(act: (intent: Intent) => void): void {
  const hear = (event: KeyboardEvent) => {
    const intent = intentOf(event, document.activeElement, dialogOpen())
    if (intent === null) return
    event.preventDefault()
    act(intent)
  }
  document.addEventListener('keydown', hear)
  onScopeDispose(() => document.removeEventListener('keydown', hear))
}

/** Whether a dialog lies over the page, so that keys are its own. */
export function dialogOpen(): boolean {
  const dialogs = document.querySelectorAll('[role="dialog"][aria-modal="true"]')
  return [...dialogs].some((dialog) => dialog.getClientRects().length > 0)
}
