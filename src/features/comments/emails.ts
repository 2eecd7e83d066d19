import type { App } from '../../platform/app.ts'
import { isolate } from '../../platform/bidi.ts'
import { type Email, unsubscribeLink } from '../../platform/mail/index.ts'
import { letterhead, type Network } from '../../platform/network/index.ts'
import { type Block, letter } from '../../ui/index.ts'
import { type InCharge, keptLink } from '../people/index.ts'
import { repliesList } from '../subscribers/index.ts'
import { decisions } from './comment.ts'
import { decidePath, findPath, followPath, minePath, queuePath } from './paths.ts'
import { decidingToken, mineToken } from './policy.ts'
import { excerpt } from './text.ts'
import { words } from './words.ts'

/** What emails need to know of a comment. */
export type Mailed = { number: number; name: string; text: string; title: string }

/** Long comments are read on the page. */
const quotedLetters = 600

const quoted = (t: ReturnType<typeof words>, text: string): Block => ({
  kind: 'text',
  text: { text: t('mail.quoted', { text: excerpt(text, quotedLetters) }), lang: '', dir: 'auto' },
})

/** Tells somebody that their comment was answered. */
export function replyEmail(
  to: { email: string; name: string; locale: string; readerId: string },
  { app, network, comment }: { app: App; network: Network; comment: Mailed },
): Email {
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  const name = isolate(comment.name, to.locale)
  const title = isolate(comment.title, to.locale)
  return letter({
    ...head,
    kind: 'comment-reply',
    to: { email: to.email, name: to.name, personId: null },
    subject: t('mail.reply.subject', { name }),
    heading: t('mail.reply.subject', { name }),
    greeting: t('mail.hello', { name: isolate(to.name, to.locale) }),
    why: t('mail.reply.why', { name, title }),
    blocks: [quoted(t, comment.text)],
    button: {
      href: network.origin + findPath(comment.number),
      label: t('mail.reply.button'),
      below: t('mail.below'),
    },
    footer: {
      text: t('mail.reply.footer', { site: head.site.name }),
      stop: { href: unsubscribeLink(app, to.readerId, repliesList), label: t('mail.stop') },
      own: keptLink(to.locale, network.origin),
    },
  })
}

type Reader = { email: string; locale: string }

/** Asks the reader of an address whether a comment that came with it is theirs. */
export const mineEmail = (
  to: Reader,
  { app, network, comment }: { app: App; network: Network; comment: Mailed & { id: string } },
): Email => askEmail('mine', to, { network, comment, path: minePath(mineToken(app, comment.id)) })

/** Asks the reader of an address whether they want to be told of answers to a comment that has just appeared. */
export const followEmail = (
  to: Reader,
  { network, secret, comment }: { network: Network; secret: string; comment: Mailed },
): Email => askEmail('follow', to, { network, comment, path: followPath(secret) })

function askEmail(
  about: 'mine' | 'follow',
  to: Reader,
  { network, comment, path }: { network: Network; comment: Mailed; path: string },
): Email {
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  const title = isolate(comment.title, to.locale)
  return letter({
    ...head,
    kind: `comment-${about}`,
    to: { email: to.email, personId: null },
    subject: t(`mail.${about}.subject`, { title }),
    heading: t(`mail.${about}.heading`),
    greeting: t('mail.hello', { name: isolate(comment.name, to.locale) }),
    why: t(`mail.${about}.why`, { title }),
    blocks: [quoted(t, comment.text)],
    button: {
      href: network.origin + path,
      label: t(about === 'mine' ? 'mail.mine.button' : 'follow.button'),
      below: t('mail.below'),
    },
    closing: [t(`mail.${about}.closing`)],
    footer: {
      text: t('mail.follow.footer', { site: head.site.name }),
      own: keptLink(to.locale, network.origin),
    },
  })
}

/** The list of editors who are told that comments wait. */
const editorsList = 'comments'

export type WaitingComment = Mailed & { id: string; email: string | null }

/** Tells an editor of comments that wait, each with links by which it is decided without signing in. */
export function waitingEmail(
  to: InCharge,
  {
    app,
    network,
    comments,
    count,
  }: { app: App; network: Network; comments: readonly WaitingComment[]; count: number },
): Email {
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  const subject = t('mail.waiting.subject', { count })
  const blocks = comments.flatMap((comment): Block[] => {
    const token = decidingToken(app, { commentId: comment.id, personId: to.id })
    const name = isolate(comment.name, to.locale)
    const title = isolate(comment.title, to.locale)
    return [
      { kind: 'text', text: t('mail.waiting.one', { name, title }) },
      quoted(t, comment.text),
      {
        kind: 'choices',
        choices: decisions.map((decision) => ({
          href: network.origin + decidePath(token, decision),
          label: t(`decide.${decision}`),
        })),
      },
    ]
  })
  const drawn = letter({
    ...head,
    kind: 'comments-waiting',
    to: { email: to.email, name: to.name, personId: to.id },
    subject,
    heading: subject,
    greeting: t('mail.hello', { name: isolate(to.givenName || to.name, to.locale) }),
    why: t('mail.waiting.why', { count }),
    blocks,
    button: {
      href: network.origin + queuePath,
      label: t('mail.waiting.button', { count }),
      below: t('mail.below'),
    },
    footer: {
      text: t('mail.waiting.footer', { site: head.site.name }),
      stop: { href: unsubscribeLink(app, to.id, editorsList), label: t('mail.stop') },
    },
  })
  return { ...drawn, list: editorsList }
}
