// Lays a brotli copy (.br) beside every built text or wasm file that gains by it; the server sends it where accepted.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

process.chdir(fileURLToPath(new URL('../dist', import.meta.url)))
for (const file of globSync('**/*.{js,css,html,svg,wasm,webmanifest}')) {
  const bytes = readFileSync(file)
  const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
  if (packed.length < bytes.length * 0.95) writeFileSync(`${file}.br`, packed)
}
