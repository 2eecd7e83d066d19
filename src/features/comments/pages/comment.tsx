import type { Child } from 'hono/jsx'
import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { anchorOf, flagPath, formerAnchorOf, replyPath } from '../paths.ts'
import type { Answered, Placed, Shown } from '../queries/shown.ts'
import { type Piece, paragraphsOf } from '../text.ts'
import { words } from '../words.ts'

/** Plain paragraphs, each in its own direction; addresses are followed, and search engines are asked not to. */
export const CommentText = ({ text }: { text: string }) => (
  <div class="comment-text" lang="">
    {paragraphsOf(text).map((lines) => (
      <p dir="auto">
        {lines.map((pieces, at) => (
          <>
            {at > 0 ? <br /> : null}
            {pieces.map(inHtml)}
          </>
        ))}
      </p>
    ))}
  </div>
)

/** A single comment, where one looks at it alone: as it reads below its post. */
export const OneComment = ({ text }: { text: string }) => (
  <section class="comments">
    <ol>
      <li>
        <CommentText text={text} />
      </li>
    </ol>
  </section>
)

const inHtml = (piece: Piece): Child =>
  'href' in piece ? (
    <a href={piece.href} rel="ugc nofollow noopener" dir="ltr">
      {piece.shown}
    </a>
  ) : (
    piece.words
  )

type Where = { locale: string; zone: string }

/** Who says it, and when. @param at where it stands, if it stands anywhere, and there alone under its anchors */
export const CommentBy = (props: Where & { comment: Shown; at?: string }) => {
  const { comment, locale, zone, at } = props
  const former = at && comment.formerly ? formerAnchorOf(comment.formerly) : undefined
  const t = words(locale)
  const when = (
    <time datetime={comment.sentAt.toISOString()}>
      {formats(locale, zone).shortDay(dayIn(comment.sentAt, zone))}
    </time>
  )
  const role = comment.isAuthor ? 'author' : comment.isEditor ? 'editor' : null
  return (
    <p class="comment-by" id={former}>
      <b>
        <bdi>{comment.name}</bdi>
      </b>{' '}
      <Elsewhere {...comment} />
      {role ? <span class="comment-role">{t(`role.${role}`)}</span> : null}{' '}
      {at ? <a href={at}>{when}</a> : when}
      {comment.changedAt ? <span> {t('changed')}</span> : null}
    </p>
  )
}

/** Who wrote it on another server, with the way there: anyone may be called anything, but only one by this name. */
export const Elsewhere = ({ handle, profile }: Pick<Shown, 'handle' | 'profile'>) =>
  handle !== null && profile !== null ? (
    <>
      <a class="quiet" href={profile} rel="ugc nofollow noopener" dir="ltr">
        {handle}
      </a>{' '}
    </>
  ) : null

type ItemProps = Where & { slug: string; placed: Placed; isOpen: boolean }

/** A comment in its thread. Each answer leads back to what it answers, also from another page. */
export const CommentItem = ({ placed, slug, isOpen, ...where }: ItemProps) => {
  const { comment, depth, answers } = placed
  const t = words(where.locale)
  const id = anchorOf(comment.number)
  return (
    <li id={id} class={depth === 0 ? undefined : `deep-${depth}`}>
      <CommentBy comment={comment} at={`#${id}`} {...where} />
      {answers ? <AnswersTo {...answers} locale={where.locale} /> : null}
      <CommentText text={comment.text} />
      <p class="comment-acts" data-living>
        {isOpen ? (
          <a
            href={replyPath(slug, comment.number)}
            rel="nofollow"
            aria-label={t('reply.to', { name: comment.name })}
          >
            {t('reply')}
          </a>
        ) : null}{' '}
        <a
          href={flagPath(slug, comment.number)}
          rel="nofollow"
          aria-label={t('flag.of', { name: comment.name })}
        >
          {t('flag')}
        </a>
      </p>
    </li>
  )
}

const AnswersTo = ({ number, name, locale }: Answered & { locale: string }) => (
  <p class="comment-to">
    <a href={`#${anchorOf(number)}`}>{words(locale)('answers', { name })}</a>
  </p>
)
