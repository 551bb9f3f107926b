// Writes src/api/generated/schema.d.ts from the server's OpenAPI document: a file or address given as argument,
// else `python -m storewalk.cli openapi` of this checkout.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const top = fileURLToPath(new URL('../..', import.meta.url))
const given = process.argv[2]
const text = given
  ? given.startsWith('http')
    ? await (await fetch(given)).text()
    : readFileSync(given, 'utf8')
  : execFileSync(`${top}.venv/bin/python`, ['-m', 'storewalk.cli', 'openapi'], {
      cwd: `${top}backend`,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
const types = astToString(await openapiTS(JSON.parse(text), { alphabetize: true }))
const target = fileURLToPath(new URL('../src/api/generated/schema.d.ts', import.meta.url))
writeFileSync(target, `// Generated from the server's OpenAPI document by \`npm run generate\`; do not edit.\n${types}`)
