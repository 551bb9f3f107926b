/** "Chrome · Android": enough to recognize the device, no fingerprint. */
export function deviceName(agent: string = navigator.userAgent): string {
  const system = /(iPhone|iPad|Android|Windows|Macintosh|Linux)/.exec(agent)?.[1] ?? 'Web'
  const browser = /(MicroMessenger|DingTalk|Edg|Firefox|Chrome|Safari)/.exec(agent)?.[1] ?? ''
  return [browser.replace('Edg', 'Edge'), system.replace('Macintosh', 'Mac')].filter(Boolean).join(' · ')
}
