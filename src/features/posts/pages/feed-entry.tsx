import { raw } from 'hono/html'
import { dirOf } from '../../../platform/words.ts'
import { creditText, type Picture, picturePath } from '../../media/index.ts'
import { entryId, type FeedEntry, type FeedSource } from '../feeds.ts'
import { atomPath, frontPath, jsonPath, postPath, rssPath } from '../paths.ts'
import type { FullPost } from '../queries.ts'
import { renderedPost } from '../rendered.ts'
import { words } from '../words.ts'

/** Feeds speak the language of the publication, whoever fetches them. */
const LOCALE = 'en'

/** The feed as a whole. */
export function feedSource(
  { site, origin, now }: { site: string; origin: string; now: Date },
  posts: readonly FullPost[],
  withdrawn: readonly { id: string; withdrawnAt: Date }[],
): FeedSource {
  const t = words(LOCALE)
  const changes = [
    ...posts.flatMap(({ publishAt, updatedAt }) => [publishAt.getTime(), updatedAt.getTime()]),
    ...withdrawn.map(({ withdrawnAt }) => withdrawnAt.getTime()),
  ]
  return {
    title: site,
    description: t('feed.description'),
    locale: LOCALE,
    origin,
    page: origin + frontPath,
    rss: origin + rssPath,
    atom: origin + atomPath,
    json: origin + jsonPath,
    rights: t('feed.rights'),
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
  post: FullPost,
  pictures: readonly Picture[],
  site: string,
  origin: string,
): FeedEntry {
  const { picture } = post
  return {
    id: entryId(post.id),
    url: origin + postPath(post.slug),
    title: post.title,
    summary: post.summary,
    html: String(<EntryText post={post} pictures={pictures} origin={origin} />),
    author: post.byline || site,
    locale: post.locale,
    publishAt: post.publishAt,
    updatedAt: post.updatedAt,
    tags: [
      ...(post.roundCode ? [words(LOCALE)('feed.tag', { code: post.roundCode })] : []),
      ...(post.hashtag ? [post.hashtag.slice(1)] : []),
    ],
    picture: picture && {
      url: jpegUrl(picture, origin),
      bytes: picture.jpegBytes,
      alt: picture.alt,
      credit: creditText(picture, LOCALE),
    },
  }
}

const jpegUrl = (picture: Picture, origin: string) => origin + picturePath(picture.id, picture.width, 'jpeg')

const EntryText = (props: { post: FullPost; pictures: readonly Picture[]; origin: string }) => {
  const { post, origin } = props
  const shown = new Map(props.pictures.map((picture) => [picture.id, picture]))
  return (
    <div lang={post.locale} dir={dirOf(post.locale)}>
      {post.picture ? <EntryPicture picture={post.picture} origin={origin} /> : null}
      {renderedPost(post, post.locale, origin).parts.map((part) => {
        if (part.kind === 'html') return raw(part.html)
        const picture = shown.get(part.id)
        return picture ? <EntryPicture picture={picture} origin={origin} /> : null
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

const EntryPicture = ({ picture, origin }: { picture: Picture; origin: string }) => (
  <figure>
    <img src={jpegUrl(picture, origin)} alt={picture.alt} width={picture.width} height={picture.height} />
    <figcaption>
      {picture.caption} <span lang={LOCALE}>{creditText(picture, LOCALE)}</span>
    </figcaption>
  </figure>
)
