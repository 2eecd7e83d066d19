import { readFile, stat } from 'node:fs/promises'
import type { Command } from '../../platform/commands.ts'
import { NotFound, Unacceptable } from '../../platform/refusals.ts'
import { isLocale, locales } from '../../platform/words.ts'
import { writeCorrections } from './actions/writing.ts'
import { faultsSaid, unfitSaid } from './pages/saying.ts'
import { exported, sentencesIn } from './queries/catalog.ts'
import { type Checked, checked } from './queries/checking.ts'
import type { Tongue } from './tongue.ts'
import { words } from './words.ts'

const others = locales.filter((one) => one !== 'en').join(', ')

const list: Command = {
  name: 'words list',
  summary:
    'Count the sentences of each language, and those whose English changed since somebody last went over them.',
  async run() {
    const counts = locales.flatMap((locale) => {
      if (locale === 'en') return []
      const all = sentencesIn(locale)
      return [{ locale, sentences: all.length, changed: all.filter(({ isPassed }) => !isPassed).length }]
    })
    return {
      text: counts
        .map(({ locale, sentences, changed }) => `${locale}\t${sentences}\t${changed} changed`)
        .join('\n'),
      json: counts,
    }
  },
}

const exporting: Command = {
  name: 'words export',
  summary: `Print all sentences in a language (${others}) as XLIFF 2.1, for a translator’s program.`,
  args: ['language'],
  async run(_app, { args }) {
    const [language = ''] = args
    if (!isLocale(language) || language === 'en') throw new Unacceptable('no-tongue', { language, others })
    const text = await exported(language satisfies Tongue)
    return { text, json: { language, xliff: text } }
  },
}

const importing: Command = {
  name: 'words import',
  summary:
    'Write what a translator corrected in an XLIFF file into the word files of this checkout. Nothing is written while anything in it is wrong.',
  args: ['file'],
  async run(_app, { args }) {
    const [path = ''] = args
    if (!(await stat(path).catch(() => null))?.isFile()) throw new NotFound('no-such-file', { path })
    const result = await checked(await readFile(path, 'utf8'))
    if ('code' in result) throw new Unacceptable('words-file', { reason: unfitSaid('en', result) })
    if (result.faults.length > 0)
      throw new Unacceptable('words-faults', { faults: faultsSaid('en', result.faults).join('\n') })
    writeCorrections(result)
    const { locale, corrected, outdated, clashing, gone, passed } = result
    const t = words('en')
    return {
      text: [
        t('check.corrected', { count: corrected.length }),
        t('check.outdated', { count: outdated.length }),
        t('check.clashing', { count: clashing.length }),
        ...named(clashing),
        t('check.gone', { count: gone.length }),
        ...named(gone),
        t('check.passed', { count: passed.length }),
      ].join('\n'),
      json: { locale, corrected, outdated, clashing, gone, passed: passed.length },
    }
  },
}

const named = (some: Checked['gone']) => some.map(({ folder, key }) => `  ${folder} ${key}`)

export const commands: Command[] = [list, exporting, importing]
