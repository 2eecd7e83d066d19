import { raw } from 'hono/html'
import { type Network, textsIn } from '../../../platform/network/index.ts'
import { dirOf } from '../../../platform/words.ts'
import { creditText, type Picture, picturePath, saidHere } from '../../media/index.ts'
import { entryId, type FeedEntry, type FeedSource } from '../feeds.ts'
import type { Filter } from '../filter.ts'
import { feedPath, listPath, postPath } from '../paths.ts'
import type { FullPost, SignedPost } from '../queries/signed.ts'
import { renderedPost } from '../rendered.ts'
import { words } from '../words.ts'
import { licenceIn, printedRights } from './licence.ts'

type Fed = {
  posts: readonly FullPost[]
  withdrawn: readonly { id: string; withdrawnAt: Date }[]
  /** Which posts it is of, and what these are called where they are not all. */
  filter?: Filter
  name?: string | null
  /** Which part of them; all of them where it is left out. */
  part?: FeedSource['part']
}

/** The feed as a whole. It speaks the network's own language, whoever fetches it. */
export function feedSource(
  network: Network,
  now: Date,
  { posts, withdrawn, filter = {}, name = null, part }: Fed,
): FeedSource {
  const { origin } = network
  const [locale] = network.locales
  const t = words(locale)
  const ours = textsIn(network, locale).name
  const changes = [
    ...posts.flatMap(({ publishAt, updatedAt }) => [publishAt.getTime(), updatedAt.getTime()]),
    ...withdrawn.map(({ withdrawnAt }) => withdrawnAt.getTime()),
  ]
  return {
    id: origin + listPath(filter),
    title: name === null ? ours : t('feed.of', { network: ours, what: name }),
    description: t('feed.description'),
    locale,
    origin,
    page: origin + listPath(filter),
    rss: origin + feedPath(filter, 'rss'),
    atom: origin + feedPath(filter, 'atom'),
    json: origin + feedPath(filter, 'json'),
    hub: network.hub,
    ...(part && { part }),
    issn: network.issn,
    rights: printedRights(locale, licenceIn(locale, network.licence)),
    updatedAt: changes.length > 0 ? new Date(Math.max(...changes)) : now,
    withdrawn: withdrawn.map(({ id, withdrawnAt }) => ({ id: entryId(id), at: withdrawnAt })),
  }
}

/**
 * A post as an entry of the feeds, whole: picture with its credit, text, questions.
 *
 * @param bytes of the picture's JPEG; 0 when unknown
 */
export function feedEntry(
  post: FullPost & Partial<SignedPost>,
  pictures: readonly Picture[],
  network: Network,
): FeedEntry {
  const { picture } = post
  const { origin } = network
  const [locale] = network.locales
  const licence = licenceIn(locale, post.licence ?? network.licence)
  return {
    id: entryId(post.id),
    url: origin + postPath(post.slug),
    title: post.title,
    summary: post.summary,
    html: String(<EntryText post={post} pictures={pictures} network={network} />),
    author: post.byline || textsIn(network, locale).name,
    ...{ authors: post.authors, doi: post.doi },
    ...{ rights: printedRights(locale, licence), licence: licence?.url ?? null },
    locale: post.locale,
    publishAt: post.publishAt,
    updatedAt: post.updatedAt,
    tags: [
      ...(post.roundCode ? [words(locale)('feed.tag', { code: post.roundCode })] : []),
      ...(post.hashtag ? [post.hashtag.replace(/^#/, '')] : []),
      ...post.tags,
    ],
    translations: (post.translations ?? []).map((one) => ({
      locale: one.locale,
      url: origin + postPath(one.slug),
    })),
    picture: picture && {
      url: jpegUrl(picture, origin),
      bytes: picture.jpegBytes,
      alt: picture.alt,
      credit: creditText(picture, locale),
    },
  }
}

const jpegUrl = (picture: Picture, origin: string) => origin + picturePath(picture.id, picture.width, 'jpeg')

const EntryText = (props: { post: FullPost; pictures: readonly Picture[]; network: Network }) => {
  const { post, network } = props
  const shown = new Map(props.pictures.map((picture) => [picture.named, picture]))
  return (
    <div lang={post.locale} dir={dirOf(post.locale)}>
      {post.picture ? <EntryPicture picture={post.picture} network={network} /> : null}
      {renderedPost(post, post.locale, network.origin).parts.map((part) => {
        if (part.kind === 'html') return raw(part.html)
        const picture = shown.get(part.id)
        return picture ? <EntryPicture picture={saidHere(picture, part)} network={network} /> : null
      })}
      {post.questions.length > 0 ? <h2>{words(post.locale)('questions.title')}</h2> : null}
      {post.questions.length > 0 ? (
        <ol>
          {post.questions.map((question) => (
            <li>{question}</li>
          ))}
        </ol>
      ) : null}
    </div>
  )
}

const EntryPicture = ({ picture, network: { origin, locales } }: { picture: Picture; network: Network }) => (
  <figure>
    <img src={jpegUrl(picture, origin)} alt={picture.alt} width={picture.width} height={picture.height} />
    <figcaption>
      {picture.caption} <span lang={locales[0]}>{creditText(picture, locales[0])}</span>
    </figcaption>
  </figure>
)
