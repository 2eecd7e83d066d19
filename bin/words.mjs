/**
 * Gathers the word files of each folder `words`: its `index.ts` holds the English sentences of the folder, what each
 * must be given, and where the other languages are read.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './install.mjs'

/** Writes the indexes that are no longer true. */
export async function writeWords() {
  for (const { path, text } of await staleIndexes()) writeFileSync(path, text)
}

/** What has words, from `src`. */
function worded() {
  const features = join(root, 'src/features')
  const parts = [
    'platform',
    ...(existsSync(features) ? readdirSync(features) : []).map((name) => `features/${name}`),
  ]
  return parts.filter((part) => existsSync(join(root, 'src', part, 'words')))
}

/**
 * All sentences of each language but English, for a bundle.
 *
 * @returns by language, then by folder, then by key
 */
export function otherLanguages() {
  const languages = {}
  for (const part of worded())
    for (const name of readdirSync(join(root, 'src', part, 'words'))) {
      const [, locale] = /\.(\w+)\.json$/.exec(name) ?? []
      if (locale === undefined || locale === 'en') continue
      const sentences = JSON.parse(readFileSync(join(root, 'src', part, 'words', name), 'utf8'))
      languages[locale] ??= {}
      languages[locale][part] = { ...languages[locale][part], ...sentences }
    }
  return languages
}

async function staleIndexes() {
  const folders = worded().map((part) => join(root, 'src', part, 'words'))
  if (folders.length === 0) return []
  // Loaded late: anyone who runs this first may not have the packages yet.
  const icu = await import('@formatjs/icu-messageformat-parser')
  const indexes = folders.map((folder) => ({ path: join(folder, 'index.ts'), text: indexOf(folder, icu) }))
  return indexes.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
}

function indexOf(folder, icu) {
  const topics = readdirSync(folder).flatMap((file) => /^(.+)\.en\.json$/.exec(file)?.[1] ?? [])
  const names = topics.sort().map((topic) => topic.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()))
  const imports = topics.map(
    (topic, i) => `import ${names[i]}_en from './${topic}.en.json' with { type: 'json' }\n`,
  )
  const needs = topics.flatMap((topic) => needsOf(join(folder, `${topic}.en.json`), icu))
  const to = (path) => relative(folder, join(root, 'src', path)).replaceAll('\\', '/')
  const part = relative(join(root, 'src'), join(folder, '..')).replaceAll('\\', '/')
  const types = ['Anywhere', ...(needs.some((line) => line.includes('Text')) ? ['Text'] : [])]
  return [
    `// Written by bin/words.mjs from the word files beside it; not for editing.\n`,
    `import { wordFiles } from '${to('platform/word-files.ts')}'\n`,
    `import type { ${types.join(', ')} } from '${to('platform/words.ts')}'\n`,
    ...imports,
    `\nconst en = {\n${names.map((name) => `  ...${name}_en,\n`).join('')}}\n`,
    `\n/** In each language. */\nexport const files = wordFiles('${part}', en)\n`,
    `\nexport type English = typeof en\n`,
    `\n/** What a sentence must be given; one that is not here needs nothing. */\n`,
    needs.length === 0
      ? 'export type Arguments = unknown\n'
      : `export type Arguments = {\n${needs.join('')}}\n`,
    `\ndeclare module '${to('platform/words.ts')}' {\n  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}\n}\n`,
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
