import { readFile } from 'node:fs/promises'
import type { App } from '../../platform/app.ts'
import type { Command, CommandInput } from '../../platform/commands.ts'
import { networkIn } from '../../platform/network/index.ts'
import { NotFound, Unacceptable } from '../../platform/refusals.ts'
import type { WordedEmail } from '../../platform/worded.ts'
import { eachLocale, isLocale, type Locale, sayRefusal } from '../../platform/words.ts'
import { terminal } from '../people/index.ts'
import { misfitIn, wordEmail } from './actions.ts'
import { newestRevisions, oursAt } from './queries/revisions.ts'
import { sentencesOf } from './queries/sentences.ts'
import { wordingFile } from './schema.ts'
import { isBehind, mayHaveLines, typedForm, withApostrophes } from './wording.ts'

const inLanguage = { in: { help: `${eachLocale}; the network’s own by default`, value: 'LANGUAGE' } }

const list: Command = {
  name: 'wording list',
  summary: 'List the emails whose sentences can be changed, and the sentences that were.',
  async run(app) {
    const changed = (await newestRevisions(app.db))
      .filter(({ text }) => text !== null)
      .map((one) => ({
        ...{ sentence: `${one.feature}:${one.key}`, locale: one.locale, text: typedForm(one.text ?? '') },
        isBehind: isBehind(one, oursAt(one)),
      }))
    const emails = app.worded.map((email) => ({ email: nameOf(email), label: email.label('en') }))
    const lines = [
      ...emails.map(({ email, label }) => `${email}\t${label}`),
      ...changed.map(
        ({ sentence, locale, text, isBehind: old }) =>
          `changed: ${sentence}\t${locale}\t${text}${old ? '\t(ours reads differently since)' : ''}`,
      ),
    ]
    return { text: lines.join('\n'), json: { emails, changed } }
  },
}

const show: Command = {
  name: 'wording show',
  summary: 'Show the sentences of an email as they are said, each after the name by which it is set.',
  args: ['email'],
  options: inLanguage,
  async run(app, input) {
    const email = emailNamed(app, input.args[0] ?? '')
    const locale = await languageIn(app, input)
    const { sentences: all } = await sentencesOf(app, { email, locale })
    const sentences = all.map(({ key, said, ours, newest }) => ({
      ...{
        sentence: `${email.feature}:${key}`,
        said,
        ours,
        isChanged: newest ? newest.text !== null : false,
      },
    }))
    return {
      text: sentences
        .map(({ sentence, said, isChanged }) => `${sentence}${isChanged ? ' (changed)' : ''}\t${said}`)
        .join('\n'),
      json: { email: nameOf(email), locale, sentences },
    }
  },
}

const set: Command = {
  name: 'wording set',
  summary:
    'Say a sentence in other words, or all of a file: JSON that holds each by its name, for example {"pairings:intro.ice.1": "…"}.',
  args: ['[sentence]', '[text]'],
  options: { ...inLanguage, file: { help: 'sentences by their names, as JSON', value: 'FILE' } },
  async run(app, input) {
    const wishes = await wishesIn(input)
    return change(app, input, wishes)
  },
}

const reset: Command = {
  name: 'wording reset',
  summary: 'Say a sentence as it comes again.',
  args: ['sentence'],
  options: inLanguage,
  run: (app, input) => change(app, input, { [input.args[0] ?? '']: '' }),
}

export const commands: Command[] = [list, show, set, reset]

async function wishesIn({ args, options }: CommandInput): Promise<Record<string, string>> {
  const [sentence, text] = args
  if (options.file === undefined) {
    if (sentence === undefined || text === undefined) throw new Unacceptable('wording-nothing')
    return { [sentence]: text }
  }
  const parsed = wordingFile.safeParse(jsonIn(await readFile(options.file, 'utf8')))
  if (!parsed.success) throw new Unacceptable('wording-file')
  return parsed.data
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Unacceptable('wording-file')
  }
}

/** @param wishes texts by the names of sentences; an empty one is said as it comes */
async function change(app: App, input: CommandInput, wishes: Record<string, string>) {
  const locale = await languageIn(app, input)
  const newest = await newestRevisions(app.db)
  const said = Object.entries(wishes).map(([name, text]) => {
    const [feature = '', key = ''] = name.split(':')
    const email = app.worded.find((one) => one.feature === feature && one.keys.includes(key))
    if (!email) throw new NotFound('no-such-sentence', { key: name })
    const base = newest.find((one) => one.feature === feature && one.key === key && one.locale === locale)
    return { email, change: { key, text: cleaned(key, text), base: base?.number ?? 0 } }
  })
  const faults = said.flatMap(({ email: { feature }, change: { key, text } }) => {
    const misfit = text === null ? null : misfitIn(text, { feature, key, locale })
    return misfit ? [`${feature}:${key}: ${sayRefusal('en', misfit.code, misfit.args)}`] : []
  })
  if (faults.length > 0) throw new Unacceptable('wording-faults', { faults: faults.join('\n') })
  for (const { email, change: one } of said) await wordEmail(app, terminal, { email, locale }, [one])
  return {
    text: `Changed: ${Object.keys(wishes).join(', ')} (${locale})`,
    json: { locale, sentences: wishes },
  }
}

const cleaned = (key: string, text: string) =>
  (mayHaveLines(key) ? withApostrophes(text).trim() : withApostrophes(text).replace(/\s+/g, ' ').trim()) ||
  null

const nameOf = ({ feature, name }: WordedEmail<App>) => `${feature}/${name}`

function emailNamed(app: App, name: string): WordedEmail<App> {
  const email = app.worded.find((one) => nameOf(one) === name)
  if (!email) throw new NotFound('no-such-email')
  return email
}

async function languageIn(app: App, { options }: CommandInput): Promise<Locale> {
  const [own] = (await networkIn(app)).locales
  const { in: locale = own } = options
  if (!isLocale(locale)) throw new Unacceptable('bad-option', { option: 'in' })
  return locale
}
