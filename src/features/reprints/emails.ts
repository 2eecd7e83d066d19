import { isolate } from '../../platform/bidi.ts'
import { formats } from '../../platform/formats.ts'
import type { Email } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { type Block, letter } from '../../ui/index.ts'
import { keptLink } from '../people/index.ts'
import { postPath } from '../posts/index.ts'
import { answerPath, reprintPath } from './paths.ts'
import { words } from './words.ts'

/** What emails say of a reprint. */
export type Mailed = {
  id: string
  title: string
  slug: string
  publication: string
  /** ISO code. */
  language: string
  /** Who wants to reprint it. */
  by: string
}

type To = { name: string; email: string; locale: string; personId: string | null }

/** A word in somebody's own words, in whatever language it is. */
const quoted = (text: string): Block[] =>
  text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'text', text: { text: paragraph, lang: '', dir: 'auto' } }))

const saidOf = ({ title, publication, language, by }: Mailed, locale: string) => ({
  title: isolate(title, locale),
  publication: isolate(publication, locale),
  by: isolate(by, locale),
  language: formats(locale, 'UTC').language(language),
})

/** What every email about a reprint begins with. */
function begin(to: To, { network, reprint }: { network: Network; reprint: Mailed }) {
  const head = letterhead(to.locale, network)
  const said = { ...saidOf(reprint, to.locale), site: head.site.name }
  return { head: { ...head, to }, said, hello: { name: isolate(to.name, to.locale) } }
}

/** What an author is told: that somebody asks, and once more when they are silent. */
export type ToldAuthor = 'ask' | 'reminder'

/** Asks an author for leave, and leads to the page with the two buttons. @param key what opens it */
export function askEmail(
  told: ToldAuthor,
  to: To,
  { key, message, ...about }: { network: Network; reprint: Mailed; key: string; message: string },
): Email {
  const t = words(to.locale, about.network)
  const { head, said, hello } = begin(to, about)
  return letter({
    ...{
      ...head,
      kind: 'reprint',
      subject: t(`mail.${told}.subject`, said),
      heading: t(`mail.${told}.subject`, said),
    },
    ...{ greeting: t('mail.hello', hello), why: t(`mail.${told}.why`, said), blocks: quoted(message) },
    button: {
      href: about.network.origin + answerPath(key),
      ...{ label: t('mail.ask.button'), below: t('mail.below') },
    },
    closing: [t(`mail.${told}.closing`)],
    footer: {
      text: t('mail.ask.footer', said),
      own: keptLink(to.locale, about.network.origin),
    },
  })
}

/** What whoever asked is told: that we wait for an author, and what came of it in the end. */
export const outcomes = ['silent', 'allowed', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

/** Tells whoever asked what came of it so far. @param word of an editor; empty for none */
export function outcomeEmail(
  told: Outcome,
  to: To,
  { word, ...about }: { network: Network; reprint: Mailed; word: string },
): Email {
  const t = words(to.locale, about.network)
  const { head, said, hello } = begin(to, about)
  const subject = t(`mail.${told}.subject`, said)
  return letter({
    ...{ ...head, kind: 'reprint', subject, heading: subject, greeting: t('mail.hello', hello) },
    ...{ why: t(`mail.${told}.why`, said), blocks: quoted(word) },
    button: {
      href: about.network.origin + postPath(about.reprint.slug),
      ...{ label: t('mail.outcome.button'), below: t('mail.below') },
    },
    closing: [t(`mail.${told}.closing`)],
    footer: {
      text: t('mail.outcome.footer', said),
      own: keptLink(to.locale, about.network.origin),
    },
  })
}

/** What editors are told: that a reader asks, or what the authors said. */
export type ToldEditor = 'waiting' | 'allowed' | 'refused'

/** Tells an editor of a reprint, and leads to its page. */
export function editorEmail(
  told: ToldEditor,
  { id, givenName, ...to }: Omit<To, 'personId'> & { id: string; givenName: string },
  about: { network: Network; reprint: Mailed },
): Email {
  const t = words(to.locale)
  const { head, said } = begin({ ...to, personId: id }, about)
  const hello = { name: isolate(givenName, to.locale) }
  const subject = t(`mail.editor.${told}.subject`, said)
  return letter({
    ...{ ...head, kind: 'reprint-office', subject, heading: subject, blocks: [] },
    ...{ greeting: t('mail.hello', hello), why: t(`mail.editor.${told}.why`, said) },
    button: {
      href: about.network.origin + reprintPath(about.reprint.id),
      ...{ label: t('mail.editor.button'), below: t('mail.below') },
    },
    footer: { text: t('mail.editor.footer', said) },
  })
}
