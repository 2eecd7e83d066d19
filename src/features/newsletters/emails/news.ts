import type { App } from '../../../platform/app.ts'
import type { Email } from '../../../platform/mail/index.ts'
import { letterhead, type Network } from '../../../platform/network/index.ts'
import { letter } from '../../../ui/index.ts'
import { keptLink, type PostMail } from '../../people/index.ts'
import { postPath } from '../../posts/index.ts'
import { newsletterList } from '../../subscribers/index.ts'
import { nobody } from '../../wordings/index.ts'
import { subscribePath } from '../paths.ts'
import { type Told, toldOf } from '../queries/news.ts'
import { mostPosts, type Rhythm } from '../rhythm.ts'
import { words } from '../words.ts'
import { ownLink } from './for-reader.ts'
import { articlesOf } from './posts.ts'

type To = { email: string; locale: string; rhythm: Rhythm }

/**
 * Tells a subscriber of what has come out, in the order in which it did; of a digest, the newest first. Its own link is
 * nobody's yet: see `forReader`.
 *
 * @param posts at least one
 */
export function newsEmail(
  app: App,
  { to, posts, network }: { to: To; posts: readonly Told[]; network: Network },
): Email {
  const t = words(to.locale, network)
  const head = letterhead(to.locale, network)
  const newest = posts.toReversed()
  const [first] = newest
  const shown = newest.slice(0, mostPosts)
  const title = first?.title ?? ''
  const rest = posts.length - 1
  const more = posts.length - shown.length
  const drawn = letter({
    ...head,
    kind: 'news',
    to: { email: to.email, personId: null },
    subject: rest === 0 ? t('mail.news.subject', { title }) : t('mail.news.subject.more', { title, rest }),
    ...(first?.summary && { preview: first.summary }),
    heading: t(to.rhythm === 'each' ? 'mail.news.heading' : `mail.digest.heading.${to.rhythm}`),
    why: t(`mail.news.why.${to.rhythm}`, { count: posts.length }),
    blocks: [
      ...articlesOf(shown, to.locale, network),
      ...(more > 0 ? [{ kind: 'text' as const, text: t('mail.news.more', { more }) }] : []),
    ],
    button: {
      href: network.origin + (rest === 0 ? postPath(first?.slug ?? '') : '/'),
      label: t(rest === 0 ? 'mail.news.read' : 'mail.news.blog'),
      below: t('mail.below'),
    },
    closing: [t('mail.news.closing')],
    footer: {
      text: t('mail.news.footer', { site: head.site.name }),
      stop: { href: ownLink(app, nobody), label: t('mail.stop') },
      own: keptLink(to.locale, network.origin),
    },
  })
  return { ...drawn, list: newsletterList, subscriberId: nobody }
}

/** A post as those get it who are told of each one; it may not be public yet. Its own link is nobody's: it leads to where one subscribes. */
export const postMail: PostMail = async (app, { id, publishAt }, { network, locale }) => {
  const post = await toldOf(app.db, id)
  if (!post) return null
  const to = { email: 'name@library.example', locale, rhythm: 'each' as const }
  const email = newsEmail(app, { to, posts: [{ ...post, publishAt }], network })
  const openly = (drawn: string) => drawn.replaceAll(ownLink(app, nobody), network.origin + subscribePath)
  return { ...email, text: openly(email.text), html: openly(email.html) }
}
