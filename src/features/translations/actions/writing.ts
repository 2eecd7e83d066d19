import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../platform/root.ts'
import { sentencesIn } from '../queries/catalog.ts'
import type { Checked } from '../queries/checking.ts'
import { digestOf, passedFile, passedIn } from '../queries/passed.ts'
import type { Tongue } from '../tongue.ts'

/** Writes what a file corrects into the word files of this checkout, and notes which sentences were gone over. */
export function writeCorrections({ locale, corrected, passed }: Checked): void {
  for (const [path, some] of Map.groupBy(
    corrected,
    ({ folder, file }) => `${folder}/words/${file}.${locale}.json`,
  )) {
    const whole = join(root, 'src', path)
    const before: Record<string, string> = JSON.parse(readFileSync(whole, 'utf8'))
    const after = { ...before, ...Object.fromEntries(some.map(({ key, after: text }) => [key, text])) }
    writeFileSync(whole, `${JSON.stringify(after, null, 2)}\n`)
  }
  const all = new Set(sentencesIn(locale).map((one) => digestOf(one, one.english)))
  const known = [...passedIn(locale)].filter((digest) => all.has(digest))
  keepPassed(locale, [...known, ...passed.map((one) => digestOf(one, one.english))])
}

/** @param digests all there are; in order, so that a pass is as many lines as it changed */
const keepPassed = (locale: Tongue, digests: Iterable<string>): void =>
  writeFileSync(passedFile(locale), `${[...new Set(digests)].filter(Boolean).sort().join('\n')}\n`)
