import { readFileSync } from 'node:fs'

const file = new URL('../generated/openapi.json', import.meta.url)
const { paths } = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, unknown>> }

/** Whether the server's description offers a method on an address. */
export function offered(method: string, address: string): boolean {
  return Object.entries(paths).some(
    ([path, methods]) =>
      method.toLowerCase() in methods && new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(address),
  )
}
