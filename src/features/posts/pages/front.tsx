import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { ButtonLink, Byline, Empty, type Frame, type Link, Page } from '../../../ui/index.ts'
import { PictureFigure } from '../../media/index.ts'
import { howItWorksPath, type ShownPage } from '../../pages/index.ts'
import { deadline, type Round, roundInText, roundPath, roundTitle } from '../../rounds/index.ts'
import { feedsPath, postPath, roundPostsPath, topicPostsPath } from '../paths.ts'
import type { ListedPost } from '../queries/public.ts'
import type { Season } from '../queries/season.ts'
import type { Topic } from '../season.ts'
import { words } from '../words.ts'
import { bylineOf, Kicker, Said } from './article.tsx'
import { FeedLinks } from './feeds.tsx'
import { Pages, PostEntry } from './lists.tsx'

type Props = {
  frame: Frame
  /** The newest posts, as the front page shows them. */
  season: Season
  pages: number
  /** Rounds to which anyone can apply. */
  calls: readonly Round[]
  /** What is offered while there are none. */
  offers: Child
  /** What the network says of itself on top. */
  welcome: ShownPage
  /** The ways to all that has come out. */
  beyond: readonly Link[]
  /** What else the head says. */
  head: Child
}

/** The blog's front page: this fortnight's topic with all on it, the earlier ones of the season, and the ways further back. */
export const FrontPage = (props: Props) => {
  const { frame, season, pages, welcome, offers } = props
  const t = words(frame.locale)
  return (
    <Page
      frame={frame}
      width="wide"
      title={frame.site.name}
      heading={<Opening {...props} />}
      head={
        <>
          <meta name="description" content={welcome.lead} />
          <FeedLinks />
          {props.head}
        </>
      }
    >
      {season.latest ? (
        <Latest {...{ frame, season }} post={season.latest} />
      ) : (
        <Empty title={t('front.empty.title')} text={t('front.empty.text')}>
          <a href={feedsPath}>{t('front.follow')}</a>
        </Empty>
      )}
      {offers}
      <Topics frame={frame} season={season} />
      {season.more.length > 0 ? (
        <section class="post-list">
          <h2 class="section-title">{t(season.topics.length > 0 ? 'front.more' : 'front.earlier')}</h2>
          {season.more.map((post) => (
            <PostEntry post={post} frame={frame} level={3} />
          ))}
        </section>
      ) : null}
      {pages > 1 ? <Pages t={t} page={1} pages={pages} /> : null}
      <Beyond {...props} />
    </Page>
  )
}

const Opening = ({ frame, calls, welcome }: Props) => {
  const { locale } = frame
  const t = words(locale)
  return (
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
}

const Latest = ({ post, season, frame }: { post: ListedPost; season: Season; frame: Frame }) => {
  const t = words(frame.locale)
  const isOfNow = season.isOn && post.roundCode === season.round?.code
  return (
    <section class="latest" aria-labelledby="latest">
      {post.picture ? (
        <PictureFigure picture={post.picture} lang={post.locale} locale={frame.locale} sizes="lead" eager />
      ) : null}
      <div>
        <p class="kicker">
          {isOfNow ? <>{t('front.now')} · </> : null}
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
        <Others posts={season.beside} title={t('front.beside')} />
      </div>
    </section>
  )
}

/** Others on the same topic, by their titles. */
const Others = ({ posts, title }: { posts: readonly ListedPost[]; title: string }) =>
  posts.length === 0 ? null : (
    <div class="beside">
      <p class="kicker">{title}</p>
      <ul>
        {posts.map((post) => (
          <li>
            <a href={postPath(post.slug)}>
              <Said text={post.title} post={post} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  )

/** The fortnights of the season that went before, each by its first post and the titles of the others. */
const Topics = ({ frame, season }: { frame: Frame; season: Season }) => {
  const { round, topics } = season
  if (round === null || topics.length === 0) return null
  const t = words(frame.locale)
  const title = season.isOn
    ? t('front.season')
    : t('front.season.last', { round: roundTitle(frame.locale, round) })
  return (
    <section class="post-list">
      <h2 class="section-title">{title}</h2>
      {topics.map((topic) => (
        <Fortnight {...{ frame, topic }} code={round.code} />
      ))}
    </section>
  )
}

const Fortnight = (props: { frame: Frame; topic: Topic<ListedPost>; code: string }) => {
  const { frame, topic, code } = props
  const t = words(frame.locale)
  const [first, ...others] = topic.posts
  if (!first) return null
  return (
    <div class="fortnight">
      <PostEntry
        post={first}
        frame={frame}
        level={3}
        kicker={
          <a href={topicPostsPath(code, topic.fortnight)}>{t('front.topic', { number: topic.fortnight })}</a>
        }
      />
      <Others posts={others} title={t('front.beside')} />
    </div>
  )
}

/** The ways to earlier seasons, and to all that has come out. */
const Beyond = ({ frame, season, beyond }: Props) => {
  const t = words(frame.locale)
  if (season.latest === undefined || beyond.length + season.earlier.length === 0) return null
  return (
    <nav class="beyond" aria-labelledby="beyond">
      <h2 class="section-title" id="beyond">
        {t('front.beyond')}
      </h2>
      <ul class="inline-list">
        {season.earlier.map((round) => (
          <li>
            <a href={roundPostsPath(round.code)}>{roundTitle(frame.locale, round)}</a>
          </li>
        ))}
        {beyond.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
