import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from './languages.ts'
import { root } from './root.ts'

/** The sentences of one folder of word files. */
export type WordFiles<File extends Record<string, string> = Record<string, string>> = {
  en: File
  /** All sentences in a language, by their keys. */
  in(locale: Locale): Record<string, string>
}

type Sentences = Record<string, string>

/**
 * English comes with the code. The other languages are read when somebody first needs them: six are four megabytes, of
 * which most readers need one, and most commands none.
 *
 * @param folder where they lie, from `src`: `features/rounds`
 */
export function wordFiles<File extends Sentences>(folder: string, en: File): WordFiles<File> {
  const all = new Map<Locale, Sentences>([['en', en]])
  return {
    en,
    in(locale) {
      const known = all.get(locale) ?? bundled(locale)?.[folder] ?? filesIn(folder, locale)
      all.set(locale, known)
      return known
    },
  }
}

const languagesRead = new Map<Locale, Record<string, Sentences> | undefined>()

/** A language as it was bundled with the code that runs: files beside the source may be those of a later version. */
function bundled(locale: Locale): Record<string, Sentences> | undefined {
  if (!languagesRead.has(locale)) {
    const path = join(import.meta.dirname, `words.${locale}.json`)
    languagesRead.set(locale, existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined)
  }
  return languagesRead.get(locale)
}

function filesIn(folder: string, locale: Locale): Sentences {
  const path = join(root, 'src', folder, 'words')
  const files = readdirSync(path).filter((name) => name.endsWith(`.${locale}.json`))
  return Object.assign({}, ...files.map((name) => JSON.parse(readFileSync(join(path, name), 'utf8'))))
}
