import type { Child } from 'hono/jsx'
import { drawnOnce, Empty, type Frame, Page, Pager, PostCard } from '../../../ui/index.ts'
import { pictureSource } from '../../media/index.ts'
import { phaseOf, type Round, roundPath } from '../../rounds/index.ts'
import { eachOnce } from '../once.ts'
import { cratePath, feedsPath, frontPagePath, postPath } from '../paths.ts'
import type { ListedPost } from '../queries/public.ts'
import { type PostWords, words } from '../words.ts'
import { bylineOf, Kicker, Said } from './article.tsx'
import { FeedLinks } from './feeds.tsx'
import { Translations } from './translations.tsx'

type ListProps = { frame: Frame; posts: readonly ListedPost[]; page: number; pages: number }

/** What is older than the front page shows: plain lists, newest first. @param page from 2 */
export const OlderPage = ({ frame, posts, page, pages }: ListProps) => {
  const t = words(frame.locale)
  const title = t('front.page', { page })
  return (
    <Page frame={frame} width="wide" title={title} head={<FeedLinks />}>
      <section class="post-list">
        {posts.map((post) => (
          <PostEntry post={post} frame={frame} level={2} />
        ))}
      </section>
      <Pages t={t} page={page} pages={pages} />
    </Page>
  )
}

type EntryProps = {
  post: ListedPost
  frame: Frame
  level: 2 | 3
  /** What stands above its title, where that is not where it belongs. */
  kicker?: Child
  /** In which other languages it can be read, where the list has it once. */
  also?: readonly { slug: string; locale: string }[]
}

/** A post stands in a dozen lists, each of them in every language: five thousand entries. */
const keptEntry = drawnOnce(6_000_000)

/** One post in a list. */
export const PostEntry = (props: EntryProps) => {
  const { post, frame, level, kicker, also = [] } = props
  if (kicker !== undefined) return <DrawnEntry {...props} />
  const { slug, title, summary, locale, byline, publishAt, zone, roundCode, number, picture } = post
  const said = { slug, title, summary, locale, byline, publishAt, zone, roundCode, number, picture }
  const of = [frame.locale, frame.site.name, level, also, said]
  return (
    <>
      {keptEntry(of, () => (
        <DrawnEntry {...props} />
      ))}
    </>
  )
}

const DrawnEntry = ({ post, frame, level, kicker, also = [] }: EntryProps) => (
  <PostCard
    href={postPath(post.slug)}
    title={<Said text={post.title} post={post} />}
    summary={<Said text={post.summary} post={post} />}
    kicker={kicker ?? <Kicker post={post} locale={frame.locale} />}
    byline={bylineOf(post, frame.locale, frame.site.name)}
    more={<Translations translations={also} locale={frame.locale} />}
    picture={post.picture ? pictureSource(post.picture, 'card') : undefined}
    level={level}
  />
)

export const Pages = ({ t, page, pages }: { t: PostWords; page: number; pages: number }) => (
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
  const entries = eachOnce(posts, frame.locale)
  return (
    <Page
      frame={frame}
      width="wide"
      title={t('round.title', { code: round.code })}
      kicker={<a href={roundPath(round.code)}>{t('round.back', { code: round.code })}</a>}
      lead={
        posts.length > 0
          ? t(hasEnded ? 'round.lead.ended' : 'round.lead', { count: entries.length })
          : undefined
      }
      head={
        <FeedLinks
          filter={{ round: round.code }}
          named={{ name: t('kicker.round', { code: round.code }), locale: frame.locale }}
        />
      }
    >
      {posts.length === 0 ? (
        <Empty title={t('round.empty.title')} text={t('round.empty.text')}>
          <a href={feedsPath}>{t('front.follow')}</a>
        </Empty>
      ) : (
        <section class="post-list">
          {entries.map(({ also, ...post }) => (
            <PostEntry post={post} frame={frame} level={2} also={also} />
          ))}
          <p class="quiet">
            <a href={cratePath(round.code)}>{t('round.crate.link')}</a>
          </p>
        </section>
      )}
    </Page>
  )
}
