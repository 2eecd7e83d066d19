import { freshForm } from '../../../platform/forms.ts'
import { pagerOf } from '../../../platform/say.ts'
import { type Frame, Page, Pager } from '../../../ui/index.ts'
import { postPath } from '../../posts/index.ts'
import { commentsPagePath, postFeedPath } from '../paths.ts'
import type { CommentedPost } from '../queries/post.ts'
import type { ShownPage } from '../queries/shown.ts'
import { words } from '../words.ts'
import { CommentItem } from './comment.tsx'
import { CommentForm, type Writer } from './form.tsx'

type Props = { frame: Frame; post: CommentedPost; list: ShownPage; isOpen: boolean; writer: Writer }

/** What stands below a post: its comments in their threads, and the form. Without either, nothing. */
export const CommentsBelow = (props: Props) => {
  const t = words(props.frame.locale)
  if (props.list.count === 0 && !props.isOpen) return null
  return (
    <section class="comments" id="comments" aria-labelledby="comments-title">
      <h2 id="comments-title">{t('title', { count: props.list.count })}</h2>
      <CommentList {...props} />
      <Writing {...props} />
    </section>
  )
}

const CommentList = ({ frame, post, list, isOpen }: Omit<Props, 'writer'>) => {
  const { locale } = frame
  const at = { locale, zone: post.zone, slug: post.slug, isOpen }
  return (
    <>
      {list.count > 0 ? (
        <ol>
          {list.shown.map((placed) => (
            <CommentItem placed={placed} {...at} />
          ))}
        </ol>
      ) : null}
      <Pager {...pagerOf(locale, list, (page) => `${commentsPagePath(post.slug, page ?? 1)}#comments`)} />
    </>
  )
}

const Writing = ({ frame, post, list, isOpen, writer }: Props) => {
  const t = words(frame.locale)
  return (
    <>
      {isOpen ? (
        <div data-living>
          <h3 id="comment">{t(list.count === 0 ? 'form.first' : 'form.title')}</h3>
          <CommentForm
            {...{ frame, writer }}
            slug={post.slug}
            to={null}
            form={freshForm({ name: writer.name })}
          />
        </div>
      ) : (
        <p class="hint">{t('closed')}</p>
      )}
      <p class="hint">
        <a href={postFeedPath(post.slug, 'atom')}>{t('feed.follow')}</a>
      </p>
    </>
  )
}

/** Lets feed readers find the comments of a post from its page. */
export const CommentsHead = ({ frame, post }: { frame: Frame; post: CommentedPost }) => (
  <link
    rel="alternate"
    type="application/atom+xml"
    title={words(frame.locale)('feed.link')}
    href={postFeedPath(post.slug, 'atom')}
  />
)

/** Further comments of a post, on a page of their own: the post itself is not sent again. */
export const CommentsPage = (props: Props) => {
  const { frame, post, list } = props
  const t = words(frame.locale)
  const { position } = pagerOf(frame.locale, list, () => '')
  return (
    <Page
      frame={frame}
      title={t('page.title')}
      part={position}
      heading={
        <header class="heading">
          <h1>{t('page.title')}</h1>
          <p class="lead">
            <a href={postPath(post.slug)} lang={post.locale} dir="auto">
              {post.title}
            </a>
          </p>
        </header>
      }
      head={<meta name="robots" content="follow" />}
    >
      <section class="comments" id="comments">
        <CommentList {...props} />
        <Writing {...props} />
      </section>
    </Page>
  )
}
