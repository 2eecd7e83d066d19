import { LRUCache } from 'lru-cache'
import type { App } from '../../platform/app.ts'
import { isolate } from '../../platform/bidi.ts'
import { fromOf } from '../../platform/mail/index.ts'
import { firstWords, literally, render } from '../../platform/markdown.ts'
import { type Network, textsIn } from '../../platform/network/index.ts'
import type { Locale } from '../../platform/words.ts'
import { type PageName, type PageText, pageNames, type Revision } from './page.ts'
import { pagePath } from './paths.ts'
import { type Filling, filled } from './placeholders.ts'
import { shownText } from './queries.ts'
import { words } from './words.ts'

/** A page as its readers get it. */
export type ShownPage = Pick<Revision, 'locale' | 'version'> & {
  title: string
  /** Safe to print. */
  html: string
  /** Its first paragraph, as plain words; none where that holds an address, which would stand there in the open. */
  lead: string
}

/** How a page is printed: for whom, and at which level its headings begin. */
type Printing = { network: Network; locale: Locale; firstHeading?: 2 | 3 }

/** A page of the network in the language of its reader, or in another where it is not written in that. */
export async function shownPage(
  app: App,
  page: PageName,
  printing: Printing,
): Promise<ShownPage & Pick<Revision, 'number'>> {
  const { network, locale } = printing
  const text = await shownText(app.db, page, languagesFor(locale, network))
  return { ...printed(app, text, printing), number: text.number }
}

/** A page as it was written, its placeholders filled. */
export type WrittenPage = { name: PageName; path: string; locale: Locale; title: string; body: string }

/** All pages in each language on offer in which they are written. */
export async function pagesInMarkdown(
  app: Pick<App, 'db' | 'config'>,
  network: Network,
): Promise<WrittenPage[]> {
  const wanted = network.locales.flatMap((locale) => pageNames.map((name) => ({ name, locale })))
  const texts = await Promise.all(
    wanted.map(({ name, locale }) => shownText(app.db, name, languagesFor(locale, network))),
  )
  return wanted.flatMap(({ name, locale }, at): WrittenPage[] => {
    const text = texts[at]
    if (text?.locale !== locale) return []
    const filling = fillingIn(app, network, locale)
    const body = filled(text.body, printedAsTheyAre(filling))
    return [{ name, path: pagePath(name), locale, title: filled(text.title, filling), body }]
  })
}

/** The reader's language, then those on offer in their order. */
export const languagesFor = (locale: Locale, { locales }: Network): Locale[] => [
  locale,
  ...locales.filter((one) => one !== locale),
]

/** A text with its placeholders filled, turned into HTML. */
export function printed(
  app: Pick<App, 'config'>,
  { title, body, locale, version }: PageText & Pick<Revision, 'locale' | 'version'>,
  { network, locale: reader, firstHeading = 2 }: Printing,
): ShownPage {
  const filling = fillingIn(app, network, locale)
  const markdown = filled(body, printedAsTheyAre(filling))
  const key = `${reader} ${firstHeading} ${markdown}`
  const { html, lead } = kept.get(key) ?? turned(markdown, reader, firstHeading)
  kept.set(key, { html, lead })
  return { title: filled(title, filling), html, lead, locale, version }
}

/** Texts turned into HTML, kept for as long as they are read: turning one takes some milliseconds. */
const kept = new LRUCache<string, { html: string; lead: string }>({ max: 100 })

function turned(markdown: string, reader: Locale, firstHeading: number) {
  const t = words(reader)
  const { parts } = render(markdown, {
    prefix: 'page',
    firstHeading,
    footnotes: t('footnotes.title'),
    backToText: (number) => t('footnotes.back', { number }),
  })
  const html = parts.flatMap((part) => (part.kind === 'html' ? [part.html] : [])).join('\n')
  const lead = firstWords(markdown)
  return { html: shielded(html), lead: lead.includes('@') ? '' : lead }
}

function fillingIn({ config }: Pick<App, 'config'>, network: Network, locale: Locale): Filling {
  const { name, tagline } = textsIn(network, locale)
  return {
    network: isolate(name, locale),
    tagline: isolate(tagline, locale),
    email: network.replyTo || fromOf({ config }, network, locale).address,
    postal: network.postal,
  }
}

/** A name stays a name, whatever signs are in it. An address becomes a link. */
const printedAsTheyAre = ({ email, network, tagline, postal }: Filling): Filling => ({
  email,
  network: literally(network),
  tagline: literally(tagline),
  postal: literally(postal),
})

/**
 * Addresses written in signs that every browser reads as letters, and programs that look through pages for addresses
 * mostly do not. Nothing changes for readers, with or without a screen, scripts or sight.
 */
const shielded = (html: string) =>
  html.replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (address) =>
    [...address].map((letter) => `&#${letter.codePointAt(0)};`).join(''),
  )
