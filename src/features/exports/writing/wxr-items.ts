import { element } from '../../../platform/xml.ts'
import { postPath } from '../../posts/index.ts'
import {
  type OutComment,
  type OutPage,
  type OutPicture,
  type OutPost,
  type Pictures,
  pictureFile,
} from '../export.ts'
import { words } from '../words.ts'
import { type Blocks, blocksOf } from './blocks.ts'
import type { Going } from './going.ts'
import type { Numbers } from './numbers.ts'
import { asked } from './questions.ts'
import { termsOf } from './terms.ts'
import { clockTime, inHtml, plain, said } from './xml.ts'

export type Wxr = {
  going: Going
  numberOf: Numbers
  /** Signs what nobody signs. */
  network: string
  /** Of the authors that the file names. */
  slugs: ReadonlySet<string>
  /** Titles with their seconds, of what has gone out so far. */
  titled: Set<string>
}

const statuses = {
  ...{ published: 'publish', scheduled: 'future', draft: 'draft', review: 'pending', withdrawn: 'private' },
} as const

/** What every item says, in the order in which WordPress writes it. */
type Item = {
  title: string
  link: string
  author: string
  guid: string
  content: string
  excerpt: string
  number: number
  at: Date | null
  changedAt: Date | null
  slug: string
  status: string
  type: 'post' | 'page' | 'attachment'
  isOpen: boolean
  /** What follows, as finished XML. */
  more: string[]
}

/**
 * WordPress takes two things with one title and one second for one, whatever their accents, and leaves the later one out: it gets
 * the next second that is free.
 */
function apart({ titled }: Pick<Wxr, 'titled'>, title: string, at: Date): Date {
  const letters = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
  const key = `${at.getTime()} ${letters}`
  if (titled.has(key)) return apart({ titled }, title, new Date(at.getTime() + 1_000))
  titled.add(key)
  return at
}

function item(wxr: Wxr, { at: since, ...one }: Item): string {
  const { site } = wxr.going
  const own = since ?? one.changedAt
  const at = own && apart(wxr, one.title, own)
  return element(
    'item',
    {},
    said('title', inHtml(one.title)),
    plain('link', one.link),
    plain('pubDate', since === null ? '' : (at?.toUTCString().replace('GMT', '+0000') ?? '')),
    said('dc:creator', one.author),
    element('guid', { isPermaLink: 'false' }, one.guid),
    '<description></description>\n',
    said('content:encoded', one.content),
    said('excerpt:encoded', inHtml(one.excerpt)),
    plain('wp:post_id', one.number),
    said('wp:post_date', clockTime(at, site.zone)),
    said('wp:post_date_gmt', clockTime(since && at, 'UTC')),
    said('wp:post_modified', clockTime(one.changedAt ?? at, site.zone)),
    said('wp:post_modified_gmt', clockTime(one.changedAt ?? at, 'UTC')),
    said('wp:comment_status', one.isOpen ? 'open' : 'closed'),
    said('wp:ping_status', 'closed'),
    said('wp:post_name', one.slug),
    said('wp:status', one.status),
    plain('wp:post_parent', 0),
    plain('wp:menu_order', 0),
    said('wp:post_type', one.type),
    said('wp:post_password', ''),
    plain('wp:is_sticky', 0),
    ...one.more,
  )
}

const meta = (key: string, value: string | null) =>
  value === null || value === ''
    ? ''
    : element('wp:postmeta', {}, said('wp:meta_key', key), said('wp:meta_value', value))

/** Notes are kept in JSON, which WordPress takes for text with slashes of its own. */
const metaOfNotes = ({ notes }: Blocks) =>
  meta('footnotes', notes.length === 0 ? null : JSON.stringify(notes).replaceAll('\\', '\\\\'))

export function itemOfPost(one: Wxr, post: OutPost, pictures: Pictures): string {
  const { going, numberOf } = one
  const text = blocksOf(
    [post.body, asked(post)].filter(Boolean).join('\n\n'),
    aroundOf(one, post.id, pictures),
  )
  const leading = post.mediaId === null ? undefined : pictures.get(post.mediaId)
  const [author = one.network, ...others] = post.authors.map(({ slug }) => slug)
  return item(one, {
    ...{ title: post.title, link: `${going.site.origin}${postPath(post.slug)}`, author },
    ...{ guid: `urn:uuid:${post.id}`, content: text.content, excerpt: post.summary },
    ...{ number: numberOf('post', post.id), at: post.publishAt, changedAt: post.updatedAt },
    ...{ slug: post.slug, status: statuses[post.state], type: 'post', isOpen: post.state === 'published' },
    more: [
      ...termsOf(post, going).map(({ taxonomy, slug, name }) =>
        said('category', inHtml(name), { domain: taxonomy, nicename: slug }),
      ),
      ...(others.length === 0 ? [] : post.authors).map(({ slug, name }) =>
        said('category', inHtml(name), { domain: 'author', nicename: `cap-${slug}` }),
      ),
      meta('_thumbnail_id', leading ? String(numberOf('post', leading.id)) : null),
      metaOfNotes(text),
      ...aboutPost(post),
      ...post.comments.map((comment) => commentOf(one, comment, post)),
    ],
  })
}

/** Language and translations by the names that WPML reads; the rest by names of ours, which others pass over. */
const aboutPost = (post: OutPost): string[] => [
  meta('_wpml_import_language_code', post.locale),
  meta('_wpml_import_translation_group', post.translationGroup),
  meta('twinleaf_licence', post.licence),
  meta('twinleaf_doi', post.doi),
  ...post.corrections.map((correction) => meta('twinleaf_correction', `${correction.on} ${correction.said}`)),
  ...post.former.map((slug) => meta('_wp_old_slug', slug)),
]

const aroundOf = ({ going, numberOf }: Wxr, id: string, pictures: Pictures) => ({
  ...{ origin: going.site.origin, pictures, prefix: `fn-${id.slice(0, 8)}` },
  numberOf: (picture: string) => numberOf('post', picture),
})

export function itemOfPage(one: Wxr, page: OutPage & { at: Date }, pictures: Pictures): string {
  const { going, numberOf, network } = one
  const id = `page ${page.name} ${page.locale}`
  const text = blocksOf(page.body, aroundOf(one, `${page.name}-${page.locale}`, pictures))
  const isOwn = page.locale === going.site.locales[0]
  return item(one, {
    ...{ title: page.title, link: `${going.site.origin}${page.path}` },
    ...{ author: network, guid: `${going.site.origin}/${page.name}#${page.locale}`, content: text.content },
    ...{ excerpt: '', number: numberOf('post', id), at: page.at, changedAt: null },
    ...{
      slug: isOwn ? page.name : `${page.name}-${page.locale}`,
      status: 'publish',
      type: 'page',
      isOpen: false,
    },
    more: [
      metaOfNotes(text),
      meta('_wpml_import_language_code', page.locale),
      meta('_wpml_import_translation_group', `page ${page.name}`),
    ],
  })
}

/** A picture, with who made it and where it comes from as its description. */
export function attachment(one: Wxr, picture: OutPicture & { at: Date }): string {
  const { going, numberOf, network } = one
  const address = `${going.site.origin}/${pictureFile(picture)}`
  const t = words(going.site.locales[0])
  const { author, source, licence } = picture
  const credit = [author, source, licence].some(Boolean)
    ? t('picture.credit', { author, source, licence })
    : ''
  return item(one, {
    ...{ title: picture.alt || picture.caption || picture.id, link: address, author: network, guid: address },
    ...{ content: inHtml(credit), excerpt: picture.caption, number: numberOf('post', picture.id) },
    ...{ at: picture.at, changedAt: null, slug: `picture-${picture.id}`, status: 'inherit' },
    ...{ type: 'attachment', isOpen: false },
    more: [
      said('wp:attachment_url', address),
      meta('_wp_attachment_image_alt', inHtml(picture.alt)),
      meta('twinleaf_picture_author', picture.author),
      meta('twinleaf_picture_source', picture.source),
      meta('twinleaf_picture_licence', picture.licence),
    ],
  })
}

const approved = { shown: '1', waiting: '0', spam: 'spam', removed: 'trash' } as const

function commentOf({ going, numberOf, slugs }: Wxr, comment: OutComment, post: OutPost): string {
  const isThere = post.comments.some(({ number }) => number === comment.parent)
  const author = comment.author !== null && slugs.has(comment.author) ? comment.author : null
  return element(
    'wp:comment',
    {},
    plain('wp:comment_id', comment.number),
    said('wp:comment_author', inHtml(comment.name)),
    said('wp:comment_author_email', comment.email ?? ''),
    plain('wp:comment_author_url', ''),
    said('wp:comment_author_IP', ''),
    said('wp:comment_date', clockTime(comment.sentAt, going.site.zone)),
    said('wp:comment_date_gmt', clockTime(comment.sentAt, 'UTC')),
    said('wp:comment_content', inHtml(comment.text)),
    said('wp:comment_approved', approved[comment.state]),
    said('wp:comment_type', 'comment'),
    plain('wp:comment_parent', isThere ? (comment.parent ?? 0) : 0),
    plain('wp:comment_user_id', author === null ? 0 : numberOf('author', author)),
  )
}
