import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { ButtonLink, Byline, Empty, type Frame, Page, Pager, PostCard } from '../../../ui/index.ts'
import { PictureFigure, pictureSource } from '../../media/index.ts'
import { howItWorksPath, type ShownPage } from '../../pages/index.ts'
import { deadline, phaseOf, type Round, roundInText, roundPath } from '../../rounds/index.ts'
import { feedsPath, frontPagePath, postPath } from '../paths.ts'
import type { ListedPost } from '../queries/public.ts'
import { type PostWords, words } from '../words.ts'
import { bylineOf, Kicker, Said } from './article.tsx'
import { FeedLinks } from './feeds.tsx'

type FrontProps = {
  frame: Frame
  posts: readonly ListedPost[]
  page: number
  pages: number
  /** Rounds to which anyone can apply. */
  calls: readonly Round[]
  /** What is offered while there are none. */
  offers: Child
  /** What the network says of itself on top. */
  welcome: ShownPage
}

/** The blog's front page: the newest post large, the earlier ones below; further pages are plain lists. */
export const FrontPage = ({ frame, posts, page, pages, calls, welcome, offers }: FrontProps) => {
  const t = words(frame.locale)
  const latest = page === 1 ? posts[0] : undefined
  const earlier = page === 1 ? posts.slice(1) : posts
  const title = page === 1 ? frame.site.name : t('front.page', { page })
  return (
    <Page
      frame={frame}
      width="wide"
      title={title}
      heading={page === 1 ? <Opening {...{ t, calls, welcome }} locale={frame.locale} /> : undefined}
      head={<FrontHead description={welcome.lead} />}
    >
      {latest ? <Latest post={latest} frame={frame} /> : null}
      {posts.length === 0 ? (
        <Empty title={t('front.empty.title')} text={t('front.empty.text')}>
          <a href={feedsPath}>{t('front.follow')}</a>
        </Empty>
      ) : null}
      {offers}
      {earlier.length > 0 ? <Earlier posts={earlier} frame={frame} titled={page === 1} /> : null}
      {pages > 1 ? <Pages t={t} page={page} pages={pages} /> : null}
    </Page>
  )
}

type OpeningProps = Pick<FrontProps, 'calls' | 'welcome'> & { t: PostWords; locale: string }

const Opening = ({ t, calls, welcome, locale }: OpeningProps) => (
  <header class="heading">
    <h1 lang={welcome.locale} dir="auto">
      {welcome.title}
    </h1>
    <div class="lead" lang={welcome.locale} dir="auto">
      {raw(welcome.html)}
    </div>
    <p>
      <a href={howItWorksPath}>{t('front.rounds')}</a>
    </p>
    {calls.map((round, index) => (
      <p class="actions">
        <ButtonLink kind={index === 0 ? 'primary' : 'quiet'} href={roundPath(round.code)}>
          {t('front.call.link')}
        </ButtonLink>{' '}
        {t('front.call', { round: roundInText(locale, round), until: deadline(locale, round) })}
      </p>
    ))}
  </header>
)

const FrontHead = ({ description }: { description: string }) => (
  <>
    <meta name="description" content={description} />
    <FeedLinks />
  </>
)

const Latest = ({ post, frame }: { post: ListedPost; frame: Frame }) => {
  const t = words(frame.locale)
  return (
    <section class="latest" aria-labelledby="latest">
      {post.picture ? (
        <PictureFigure picture={post.picture} lang={post.locale} locale={frame.locale} sizes="lead" eager />
      ) : null}
      <div>
        <p class="kicker">
          <Kicker post={post} locale={frame.locale} />
        </p>
        <h2 id="latest">
          <a href={postPath(post.slug)}>
            <Said text={post.title} post={post} />
          </a>
        </h2>
        <p class="latest-summary">
          <Said text={post.summary} post={post} />
        </p>
        <Byline {...bylineOf(post, frame.locale, frame.site.name)} />
        <p>
          <a class="button" href={postPath(post.slug)} aria-describedby="latest">
            {t('read')}
          </a>
        </p>
      </div>
    </section>
  )
}

const Earlier = (props: { posts: readonly ListedPost[]; frame: Frame; titled: boolean }) => (
  <section class="post-list">
    {props.titled ? <h2 class="section-title">{words(props.frame.locale)('front.earlier')}</h2> : null}
    {props.posts.map((post) => (
      <PostEntry post={post} frame={props.frame} level={props.titled ? 3 : 2} />
    ))}
  </section>
)

type EntryProps = {
  post: ListedPost
  frame: Frame
  level: 2 | 3
  /** What stands above its title, where that is not where it belongs. */
  kicker?: Child
}

/** One post in a list. */
export const PostEntry = ({ post, frame, level, kicker }: EntryProps) => (
  <PostCard
    href={postPath(post.slug)}
    title={<Said text={post.title} post={post} />}
    summary={<Said text={post.summary} post={post} />}
    kicker={kicker ?? <Kicker post={post} locale={frame.locale} />}
    byline={bylineOf(post, frame.locale, frame.site.name)}
    picture={post.picture ? pictureSource(post.picture, 'card') : undefined}
    level={level}
  />
)

const Pages = ({ t, page, pages }: { t: PostWords; page: number; pages: number }) => (
  <Pager
    label={t('pager')}
    position={t('pager.position', { page, pages })}
    previous={page > 1 ? { href: frontPagePath(page - 1), label: t('pager.newer') } : undefined}
    next={page < pages ? { href: frontPagePath(page + 1), label: t('pager.older') } : undefined}
  />
)

type RoundPostsProps = { frame: Frame; round: Round; posts: readonly ListedPost[]; now: Date }

/** All that came out in one round, in the order in which it was read. */
export const RoundPostsPage = ({ frame, round, posts, now }: RoundPostsProps) => {
  const t = words(frame.locale)
  const hasEnded = phaseOf(round, now) === 'ended'
  return (
    <Page
      frame={frame}
      width="wide"
      title={t('round.title', { code: round.code })}
      kicker={<a href={roundPath(round.code)}>{t('round.back', { code: round.code })}</a>}
      lead={
        posts.length > 0
          ? t(hasEnded ? 'round.lead.ended' : 'round.lead', { count: posts.length })
          : undefined
      }
      head={<FeedLinks filter={{ round: round.code }} name={t('kicker.round', { code: round.code })} />}
    >
      {posts.length === 0 ? (
        <Empty title={t('round.empty.title')} text={t('round.empty.text')}>
          <a href={feedsPath}>{t('front.follow')}</a>
        </Empty>
      ) : (
        <section class="post-list">
          {posts.map((post) => (
            <PostEntry post={post} frame={frame} level={2} />
          ))}
        </section>
      )}
    </Page>
  )
}
