import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { root } from '../../../platform/root.ts'
import { tagOf } from '../../../platform/words.ts'
import type { Sentence, Tongue } from '../tongue.ts'
import { split } from './branches.ts'
import { digestOf, passedIn } from './passed.ts'
import { type Message, type Part, xliffOf } from './xliff/write.ts'

/** All sentences, or those of one folder, in the order of the word files, read where they are written. */
export function sentencesIn(locale: Tongue, folder = '{platform,features/*}'): Sentence[] {
  const passed = passedIn(locale)
  return globSync(`${folder}/words/*.en.json`, { cwd: join(root, 'src') })
    .sort()
    .flatMap((path) => {
      const at = {
        folder: dirname(dirname(path)).replaceAll('\\', '/'),
        file: path.replace(/^.*[\\/]|\.en\.json$/g, ''),
      }
      const said = read(path.replace('.en.', `.${locale}.`))
      return Object.entries(read(path)).map(([key, english]) => ({
        ...{ ...at, key, english, said: said[key] ?? '' },
        isPassed: passed.has(digestOf({ ...at, key }, english)),
      }))
    })
}

const read = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, 'src', path), 'utf8'))

/** A part of the site, with how many sentences it has, and how many of them nobody went over since their English changed. */
export type Folder = { folder: string; count: number; changed: number }

const counted = new Map<Tongue, Folder[]>()

/** All parts of the site. Counted once: sentences change with the program. */
export function foldersIn(locale: Tongue): readonly Folder[] {
  const known = counted.get(locale) ?? countIn(locale)
  counted.set(locale, known)
  return known
}

const countIn = (locale: Tongue): Folder[] =>
  [...Map.groupBy(sentencesIn(locale), ({ folder }) => folder)].map(([folder, all]) => ({
    folder,
    count: all.length,
    changed: all.filter(({ isPassed }) => !isPassed).length,
  }))

/** A sentence in its branches, as a translator gets it. */
const messageOf = ({ key, english, said, isPassed }: Sentence, locale: Tongue): Message => ({
  key,
  isPassed,
  branches: split(english, said, locale).pairs,
})

/** All sentences in a language as a file for a translator's program. Others have their turn after each word file. */
export async function exported(locale: Tongue): Promise<string> {
  const parts: Part[] = []
  for (const [folder, all] of Map.groupBy(sentencesIn(locale), (one) => one.folder)) {
    const files: Part['files'][number][] = []
    for (const [file, some] of Map.groupBy(all, (one) => one.file)) {
      files.push({ file, messages: some.map((one) => messageOf(one, locale)) })
      await setImmediate()
    }
    parts.push({ folder, files })
  }
  return xliffOf(parts, tagOf(locale))
}
