import type { Command, CommandInput } from '../../platform/commands.ts'
import { type Settings, settingsIn } from '../../platform/network/index.ts'
import { Unacceptable } from '../../platform/refusals.ts'
import { eachLocale, locales } from '../../platform/words.ts'
import { terminal } from '../people/index.ts'
import { changeNetwork, keyFor } from './actions.ts'
import type { Change } from './network.ts'
import { networkOptions } from './schema.ts'

const show: Command = {
  name: 'network show',
  summary: 'Show what the network is called, how it looks and how it writes.',
  async run(app) {
    const settings = await settingsIn(app.db)
    return { text: linesOf(settings).join('\n'), json: settings }
  },
}

const set: Command = {
  name: 'network set',
  summary:
    'Change what the network is called, how it looks and how it writes. What you leave out stays; an empty text takes one away.',
  options: {
    name: { help: 'its name', value: 'TEXT' },
    'short-name': { help: 'its name where there is little room', value: 'TEXT' },
    tagline: { help: 'what it is, in a sentence', value: 'TEXT' },
    signature: { help: 'how its emails end', value: 'TEXT' },
    in: { help: `the language of these texts, ${eachLocale}; its own by default`, value: 'LANGUAGE' },
    languages: { help: `those that pages are offered in, its own first: ${locales.join()}`, value: 'LIST' },
    zone: { help: 'time zone in which new rounds start, for example Europe/Lisbon', value: 'ZONE' },
    sign: { help: 'leaves, book, bridge or globe', value: 'SIGN' },
    accent: { help: 'colour of links and buttons, for example #1f4e79; empty for ours', value: 'COLOUR' },
    sender: { help: 'whom emails come from; its name by default', value: 'TEXT' },
    'reply-to': { help: 'where answers to emails go', value: 'ADDRESS' },
    postal: { help: 'a line under every email', value: 'TEXT' },
    crawlers: {
      help: 'machines that may read what is public, of search,archive,answering,training; empty for none',
      value: 'LIST',
    },
    'index-now': { help: 'whether search engines are told of new posts: yes or no', value: 'yes|no' },
  },
  async run(app, input) {
    const before = await settingsIn(app.db)
    await changeNetwork(app, terminal, changeFrom(input, before))
    return show.run(app, input)
  },
}

export const commands: Command[] = [show, set]

/** @throws Unacceptable `bad-option`, naming the first that cannot be taken */
function changeFrom({ options }: CommandInput, before: Settings): Change {
  const { success, data, error } = networkOptions.safeParse(options)
  if (!success) throw new Unacceptable('bad-option', { option: String(error.issues[0]?.path[0] ?? '') })
  const { name, 'short-name': shortName, tagline, signature, in: language } = data
  const { languages, zone, sign, accent, sender: senderName, 'reply-to': replyTo, postal } = data
  const { crawlers, 'index-now': indexNow } = data
  const [first, ...others] = languages ?? before.locales
  return given({
    ...{ zone, accent, senderName, replyTo, postal, crawlers },
    indexNowKey: indexNow && keyFor(indexNow === 'yes', before),
    locales: [first ?? before.locales[0], ...others],
    ...(sign && { sign, pictureId: null }),
    texts: { [language ?? first ?? before.locales[0]]: given({ name, shortName, tagline, signature }) },
  })
}

/** Without what was left out. */
const given = <Wish extends object>(wish: Wish) =>
  Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Wish]: Exclude<Wish[Key], undefined>
  }

/** What was set, a line each, texts with their language. */
function linesOf({ texts, links, ...settings }: Settings): string[] {
  const said = locales.flatMap((locale) =>
    Object.entries(texts[locale])
      .filter(([, text]) => text !== '')
      .map(([field, text]) => `${field} (${locale}): ${text}`),
  )
  const others = Object.entries(settings).map(([field, value]) => `${field}: ${value ?? ''}`)
  return [...said, ...others, ...links.map(({ label, href }) => `link: ${label} ${href}`)]
}
