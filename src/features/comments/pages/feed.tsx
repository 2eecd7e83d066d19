import { type Network, textsIn } from '../../../platform/network/index.ts'
import { entryId, type FeedEntry, type FeedSource, postPath } from '../../posts/index.ts'
import { feedPath, findPath, postFeedPath } from '../paths.ts'
import type { CommentedPost } from '../queries/post.ts'
import type { FeedComment } from '../queries/shown.ts'
import { excerpt } from '../text.ts'
import { words } from '../words.ts'
import { CommentText } from './comment.tsx'

type Shown = { now: Date; comments: readonly FeedComment[]; post: CommentedPost | null }

/** The feed of the comments of one post, or of all. It speaks the network's own language, whoever fetches it. */
export function commentSource(network: Network, { now, comments, post }: Shown): FeedSource {
  const { origin } = network
  const [locale] = network.locales
  const t = words(locale)
  const site = textsIn(network, locale).name
  const at = (form: 'rss' | 'atom') => origin + (post ? postFeedPath(post.slug, form) : feedPath(form))
  const changes = comments.map(({ sentAt, changedAt }) => (changedAt ?? sentAt).getTime())
  return {
    id: at('atom'),
    title: post ? t('feed.of', { title: post.title, site }) : t('feed.all', { site }),
    description: t('feed.description'),
    locale,
    origin,
    page: origin + (post ? postPath(post.slug) : '/'),
    rss: at('rss'),
    atom: at('atom'),
    json: '',
    rights: t('feed.rights'),
    updatedAt: changes.length > 0 ? new Date(Math.max(...changes)) : (post?.publishAt ?? now),
    withdrawn: [],
  }
}

/** A comment as an entry of the feeds. */
export function commentEntry(comment: FeedComment, { origin, locales: [locale] }: Network): FeedEntry {
  const { id, number, name, text, sentAt, changedAt, title } = comment
  return {
    id: entryId(id),
    url: origin + findPath(number),
    title: words(locale)('feed.entry', { name, title }),
    summary: excerpt(text),
    html: String(<CommentText text={text} />),
    author: name,
    locale: '',
    publishAt: sentAt,
    updatedAt: changedAt ?? sentAt,
    tags: [],
    picture: null,
  }
}
