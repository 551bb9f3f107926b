// Checks the message files: both languages hold the same keys and placeholders, every key is used, every used key exists
// in the messages of the app that uses it.
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const problems = []

const flatten = (tree, prefix = '') =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )
const placeholders = (text) => [...new Set(text.match(/\{[a-zA-Z]\w*\}/g) ?? [])].sort().join(' ')

const keys = new Map()
for (const zhFile of globSync('src/i18n/*/zh.json')) {
  const enFile = zhFile.replace('zh.json', 'en.json')
  const zh = new Map(flatten(JSON.parse(readFileSync(zhFile, 'utf8'))))
  const en = new Map(flatten(JSON.parse(readFileSync(enFile, 'utf8'))))
  for (const key of zh.keys()) if (!en.has(key)) problems.push(`${enFile}: ${key} is missing`)
  for (const key of en.keys()) if (!zh.has(key)) problems.push(`${zhFile}: ${key} is missing`)
  for (const [key, text] of zh) {
    if (en.has(key) && placeholders(text) !== placeholders(en.get(key))) {
      problems.push(`${key}: placeholders differ between the languages`)
    }
    if (keys.has(key)) problems.push(`${key}: defined twice (${keys.get(key)}, ${zhFile})`)
    keys.set(key, zhFile)
  }
}

// t('a.b') and keypath="a.b" name a key; t(`a.${x}`) uses every key below its fixed beginning, and so do
// constants such as title: 'a.b' in tables: any quoted text that is a whole key counts as a use.
const used = new Set()
/** The message folders that may hold a source file's keys; which app a file of both serves is not known here. */
const loaded = (file) => {
  const app = ['mobile', 'console'].find((name) => file.includes(`/${name}/`))
  return app ? ['shared', app] : ['shared', 'mobile', 'console']
}
const quoted = /['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g
const called = /\b\$?t\(\s*['"]([^'"]+)['"]/g
const dynamic = /[`]([a-z][\w-]*(?:\.[\w-]+)*\.)\$\{/g
for (const file of [...globSync('src/**/*.{ts,vue}'), ...globSync('apps/**/*.{ts,vue}')]) {
  const source = readFileSync(file, 'utf8')
  for (const [, key] of source.matchAll(called)) {
    if (!keys.has(key)) problems.push(`${basename(file)}: ${key} has no message`)
    else if (!loaded(file).includes(keys.get(key).split('/')[2])) {
      problems.push(`${basename(file)}: ${key} is a message of the other app (${keys.get(key)})`)
    }
  }
  for (const [, key] of source.matchAll(quoted)) used.add(key)
  for (const [, prefix] of source.matchAll(dynamic)) {
    for (const key of keys.keys()) if (key.startsWith(prefix)) used.add(key)
  }
}
for (const [key, file] of keys) if (!used.has(key)) problems.push(`${file}: ${key} is never used`)

for (const problem of problems) console.error(problem)
console.log(problems.length === 0 ? `${keys.size} messages in two languages agree` : `${problems.length} problems`)
process.exit(problems.length === 0 ? 0 : 1)
