/**
 * Gathers the word files of each folder `words`: its `index.ts` holds all sentences of the folder by language, and
 * what each English sentence must be given.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './install.mjs'

const locales = ['en', 'es', 'ar']

/** Writes the indexes that are no longer true. */
export async function writeWords() {
  for (const { path, text } of await staleIndexes()) writeFileSync(path, text)
}

async function staleIndexes() {
  const features = join(root, 'src/features')
  const parts = [
    'platform',
    ...(existsSync(features) ? readdirSync(features) : []).map((name) => `features/${name}`),
  ]
  const folders = parts.map((part) => join(root, 'src', part, 'words')).filter((folder) => existsSync(folder))
  if (folders.length === 0) return []
  // Loaded late: anyone who runs this first may not have the packages yet.
  const icu = await import('@formatjs/icu-messageformat-parser')
  const indexes = folders.map((folder) => ({ path: join(folder, 'index.ts'), text: indexOf(folder, icu) }))
  return indexes.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
}

function indexOf(folder, icu) {
  const topics = readdirSync(folder).flatMap((file) => /^(.+)\.en\.json$/.exec(file)?.[1] ?? [])
  const names = topics.sort().map((topic) => topic.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()))
  const imports = topics.flatMap((topic, i) =>
    ['ar', 'en', 'es'].map(
      (l) => `import ${names[i]}_${l} from './${topic}.${l}.json' with { type: 'json' }\n`,
    ),
  )
  const languages = locales.map(
    (l) => `export const ${l} = {\n${names.map((name) => `  ...${name}_${l},\n`).join('')}}\n`,
  )
  const needs = topics.flatMap((topic) => needsOf(join(folder, `${topic}.en.json`), icu))
  const platform = relative(folder, join(root, 'src/platform/words.ts')).replaceAll('\\', '/')
  const types = ['Anywhere', ...(needs.some((line) => line.includes('Text')) ? ['Text'] : [])]
  return [
    `// Written by bin/words.mjs from the word files beside it; not for editing.\n`,
    `import type { ${types.join(', ')} } from '${platform}'\n`,
    ...imports,
    ...languages.map((language) => `\n${language}`),
    `\n/** What a sentence must be given; one that is not here needs nothing. */\n`,
    needs.length === 0
      ? 'export type Arguments = unknown\n'
      : `export type Arguments = {\n${needs.join('')}}\n`,
    `\ndeclare module '${platform}' {\n  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}\n}\n`,
  ].join('')
}

/** A line for each sentence of a file that names something. */
function needsOf(path, icu) {
  return Object.entries(JSON.parse(readFileSync(path, 'utf8'))).flatMap(([key, text]) => {
    const names = typesIn(icu.parse(text, { ignoreTag: true }), icu.TYPE)
    if (names.size === 0) return []
    const types = [...names].sort().map(([name, type]) => `${name}: ${type}`)
    return [`  ${/^\w+$/.test(key) ? key : `'${key}'`}: { ${types.join('; ')} }\n`]
  })
}

/** The type of each name in a sentence; one that is counted anywhere in it is a number everywhere. */
function typesIn(parts, TYPE, types = new Map()) {
  for (const { type, value, options } of parts) {
    if (type === TYPE.literal || type === TYPE.pound) continue
    if (type === TYPE.plural || type === TYPE.number) types.set(value, 'number')
    else if (type === TYPE.date || type === TYPE.time) types.set(value, 'Date')
    else if (!types.has(value)) types.set(value, 'Text')
    for (const option of Object.values(options ?? {})) typesIn(option.value, TYPE, types)
  }
  return types
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--check')) for (const { path } of await staleIndexes()) console.log(path)
  else await writeWords()
}
