// Writes src/api/generated/schema.d.ts from the server's OpenAPI document beside it (`make openapi` prints that first).
import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const folder = new URL('../src/api/generated/', import.meta.url)
const document = JSON.parse(readFileSync(new URL('openapi.json', folder), 'utf8'))
const types = astToString(await openapiTS(document, { alphabetize: true }))
writeFileSync(
  new URL('schema.d.ts', folder),
  `// Generated from the server's OpenAPI document by \`make openapi\`; do not edit.\n${types}`,
)
