import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { dirOf } from '../../../platform/words.ts'
import { Byline, type BylineProps, OwnWords, PostBody, Questions } from '../../../ui/index.ts'
import { type Picture, PictureFigure, saidHere } from '../../media/index.ts'
import { roundPostsPath } from '../paths.ts'
import type { ListedPost } from '../queries/public.ts'
import type { FullPost } from '../queries/signed.ts'
import { renderedPost } from '../rendered.ts'
import { words } from '../words.ts'

/** Words of a post on a page, which may be in another language and run the other way. */
export const Said = ({ text, post }: { text: string; post: Pick<ListedPost, 'locale'> }) => (
  <OwnWords lang={post.locale}>{text}</OwnWords>
)

type KickerProps = { post: Pick<ListedPost, 'roundCode' | 'number'>; locale: string }

/** Where a post belongs: its round and its place in it, as a link to the round's topics. */
export const Kicker = ({ post, locale }: KickerProps): Child => {
  const t = words(locale)
  const { roundCode, number } = post
  if (roundCode === null) return null
  const text =
    number === null ? t('kicker.round', { code: roundCode }) : t('kicker.topic', { code: roundCode, number })
  return <a href={roundPostsPath(roundCode)}>{text}</a>
}

/** Who wrote it, when it came out, and how long it takes to read when that is known. */
export function bylineOf(
  post: Pick<ListedPost, 'byline' | 'publishAt' | 'zone'>,
  locale: string,
  site: string,
  minutes?: number,
): BylineProps {
  const t = words(locale)
  const day = dayIn(post.publishAt, post.zone)
  return {
    by: t('byline.by', { author: post.byline || site }),
    date: { iso: post.publishAt.toISOString(), text: formats(locale, post.zone).shortDay(day) },
    more: minutes === undefined ? [] : [t('byline.minutes', { minutes })],
  }
}

type ArticleProps = {
  post: FullPost
  /** Pictures that the text shows, besides the one that leads it. */
  pictures: readonly Picture[]
  locale: string
  site: string
  /** What stands below the byline. */
  more?: Child
}

/** A post as it is read: title, picture with its credit, text, and the questions of its topic. */
export const Article = ({ post, pictures, locale, site, more }: ArticleProps) => {
  const t = words(locale)
  const { parts, minutes } = renderedPost(post, locale)
  const other = post.locale === locale ? {} : { lang: post.locale, dir: dirOf(post.locale) }
  const shown = new Map(pictures.map((picture) => [picture.named, picture]))
  return (
    <article class="post">
      <header class="heading">
        <p class="kicker">
          <Kicker post={post} locale={locale} />
        </p>
        <h1 {...other}>{post.title}</h1>
        <p class="lead" {...other}>
          {post.summary}
        </p>
        <Byline {...bylineOf(post, locale, site, minutes)} />
        {more}
      </header>
      {post.picture ? (
        <PictureFigure picture={post.picture} lang={post.locale} locale={locale} eager />
      ) : null}
      <PostBody {...other}>
        {parts.map((part) => {
          if (part.kind === 'html') return raw(part.html)
          const picture = shown.get(part.id)
          if (!picture) return null
          return <PictureFigure picture={saidHere(picture, part)} lang={post.locale} locale={locale} />
        })}
      </PostBody>
      {post.questions.length > 0 ? (
        <div {...other}>
          <Questions title={words(post.locale)('questions.title')} questions={post.questions} />
        </div>
      ) : null}
      {post.hashtag ? <p class="hashtag">{t('hashtag', { hashtag: post.hashtag })}</p> : null}
    </article>
  )
}
