/** Gathers the word files of each folder `words`: its `index.ts` holds all sentences of the folder, by language. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

const locales = ['en', 'es', 'ar']

/** Writes the indexes that are no longer true. */
export function writeWords() {
  for (const { path, text } of staleIndexes()) writeFileSync(path, text)
}

function staleIndexes() {
  const parts = ['platform', ...readdirSync(join(root, 'src/features')).map((name) => `features/${name}`)]
  const folders = parts.map((part) => join(root, 'src', part, 'words')).filter((folder) => existsSync(folder))
  const indexes = folders.map((folder) => ({ path: join(folder, 'index.ts'), text: indexOf(folder) }))
  return indexes.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
}

function indexOf(folder) {
  const topics = readdirSync(folder).flatMap((file) => /^(.+)\.en\.json$/.exec(file)?.[1] ?? [])
  const names = topics
    .sort()
    .map((topic) => ({ topic, name: topic.replace(/-(\w)/g, (_, c) => c.toUpperCase()) }))
  const imports = names.flatMap(({ topic, name }) =>
    locales
      .toSorted()
      .map((locale) => `import ${name}_${locale} from './${topic}.${locale}.json' with { type: 'json' }\n`),
  )
  const languages = locales.map(
    (locale) =>
      `\nexport const ${locale} = {\n${names.map(({ name }) => `  ...${name}_${locale},\n`).join('')}}\n`,
  )
  return [
    '// Written by bin/words.mjs from the word files beside it; not for editing.\n',
    ...imports,
    ...languages,
  ].join('')
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--check')) for (const { path } of staleIndexes()) console.log(path)
  else writeWords()
}
