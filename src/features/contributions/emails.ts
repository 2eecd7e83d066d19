import { isolate } from '../../platform/bidi.ts'
import type { Email } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { type Block, letter } from '../../ui/index.ts'
import { keptLink } from '../people/index.ts'
import { postPath } from '../posts/index.ts'
import { contributionPath, ownPath } from './paths.ts'
import type { Contribution } from './queries/contributions.ts'
import { words } from './words.ts'

/** What its author is told of a contribution. */
export const toldAuthor = [
  ...(['arrived', 'asked', 'accepted', 'declined', 'proof'] as const),
  ...(['again', 'reminder', 'waived', 'out', 'taken-down', 'back'] as const),
] as const
export type ToldAuthor = (typeof toldAuthor)[number]

/** As much of a contribution as its emails need. */
export type Mailed = Pick<Contribution, 'id' | 'name' | 'title' | 'kind' | 'personId'> & {
  email: string
  locale: string
  post: { slug: string } | null
}

type Telling = {
  network: Network
  /** What opens it to its author. */
  secret: string
  /** What an editor says of it, in their words; empty for nothing. */
  word: string
  /** Within how many days an editor answers. */
  answerDays: number
}

/** A word in somebody's own words, in whatever language it is. */
const quoted = (text: string): Block[] =>
  text === ''
    ? []
    : text
        .split(/\n{2,}/)
        .map((paragraph) => ({ kind: 'text', text: { text: paragraph, lang: '', dir: 'auto' } }))

/** Tells its author what became of a contribution, and leads to their page of it; to the post, for all to share, once readers have it. */
export function contributionEmail(
  told: ToldAuthor,
  to: Mailed,
  { network, secret, word, answerDays }: Telling,
): Email {
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  const said = { title: isolate(to.title, to.locale), site: head.site.name, days: answerDays }
  const subject = t(`mail.${told}.subject`, said)
  const isPublic = told === 'out' || told === 'back'
  return letter({
    ...head,
    kind: 'contribution',
    to: { email: to.email, name: to.name, personId: to.personId },
    subject,
    heading: subject,
    greeting: t('mail.hello', { name: isolate(to.name, to.locale) }),
    why: t(`mail.${told}.why`, said),
    blocks: quoted(word),
    button: {
      href: network.origin + (isPublic && to.post ? postPath(to.post.slug) : ownPath(secret)),
      label: t(`mail.${told}.button`),
      below: t('mail.below'),
    },
    closing: [t(`mail.${told}.closing`)],
    footer: {
      text: t('mail.footer', said),
      own: keptLink(to.locale, network.origin),
    },
  })
}

/** Somebody of the office who is written to. */
export type Editor = { id: string; name: string; givenName: string; email: string; locale: string }

/** What an editor is told: that some wait, that one was handed to them, or that its author answered. */
export const toldEditor = ['arrivals', 'handed', 'changed', 'agreed', 'wishes', 'withdrawn'] as const
export type ToldEditor = (typeof toldEditor)[number]

/** Tells an editor of a contribution, and leads to its page. */
export function editorEmail(
  told: ToldEditor,
  to: Editor,
  about: { network: Network; id: string; title: string; name: string; word: string; by: string },
): Email {
  const { network } = about
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  const said = {
    ...{ title: isolate(about.title, to.locale), site: head.site.name },
    ...{ name: isolate(about.name, to.locale), by: isolate(about.by, to.locale) },
  }
  const subject = t(`mail.editor.${told}.subject`, said)
  return letter({
    ...head,
    kind: 'contribution-office',
    to: { ...to, personId: to.id },
    subject,
    heading: subject,
    greeting: t('mail.hello', { name: isolate(to.givenName, to.locale) }),
    why: t(`mail.editor.${told}.why`, said),
    blocks: quoted(about.word),
    button: {
      href: network.origin + contributionPath(about.id),
      label: t('mail.editor.button'),
      below: t('mail.below'),
    },
    footer: { text: t('mail.editor.footer', said) },
  })
}
