import { raw } from 'hono/html'
import { dayIn } from '../../../platform/days.ts'
import { Citation, type Frame, Page } from '../../../ui/index.ts'
import { type Picture, pictureSource } from '../../media/index.ts'
import type { BelowPost } from '../../people/index.ts'
import { postPath } from '../paths.ts'
import { cardTags, citation, citationTags, jsonLd, type Published } from '../post.ts'
import type { Neighbour, SignedPost } from '../queries/public.ts'
import { words } from '../words.ts'
import { Article, Said } from './article.tsx'
import { FeedLinks } from './feeds.tsx'

type Props = {
  frame: Frame
  /** Scheme and host, no final slash. */
  origin: string
  post: SignedPost
  pictures: readonly Picture[]
  neighbours: { earlier: Neighbour | null; later: Neighbour | null }
  /** What features put below it. */
  below: readonly Awaited<ReturnType<BelowPost['show']>>[]
}

/** The page of one post. */
export const PostPage = ({ frame, origin, post, pictures, neighbours, below }: Props) => {
  const t = words(frame.locale)
  const named = namedElsewhere(post, origin, frame.site.name)
  return (
    <Page
      frame={frame}
      title={post.title}
      heading={<Article post={post} pictures={pictures} locale={frame.locale} site={frame.site.name} />}
      head={
        <>
          <PostHead named={named} />
          {below.map(({ head }) => head)}
        </>
      }
    >
      <Neighbours {...neighbours} locale={frame.locale} />
      <Citation title={t('cite.title')} text={<Said text={citation(named)} post={post} />} />
      <p class="print-only">{t('cite.address', { url: named.url })}</p>
      {below.map(({ shown }) => shown)}
    </Page>
  )
}

const namedElsewhere = (post: SignedPost, origin: string, publisher: string): Published => ({
  title: post.title,
  summary: post.summary,
  byline: post.byline,
  locale: post.locale,
  updatedAt: post.updatedAt,
  publishAt: post.publishAt,
  publishedOn: dayIn(post.publishAt, post.zone),
  authors: post.authors,
  url: origin + postPath(post.slug),
  publisher,
  image: post.picture ? origin + pictureSource(post.picture, 'text').src : null,
})

/** What other sites, reference managers and feed readers look for. */
const PostHead = ({ named }: { named: Published }) => (
  <>
    <meta name="description" content={named.summary} />
    <link rel="canonical" href={named.url} />
    <FeedLinks />
    {citationTags(named).map(([name, content]) => (
      <meta name={name} content={content} />
    ))}
    {cardTags(named).map(([property, content]) => (
      <meta property={property} content={content} />
    ))}
    <meta name="twitter:card" content="summary_large_image" />
    {/* A block of data: browsers do not run it, and the policy does not speak of it. */}
    <script type="application/ld+json">
      {raw(JSON.stringify(jsonLd(named)).replaceAll('<', '\\u003c'))}
    </script>
  </>
)

const Neighbours = (props: { earlier: Neighbour | null; later: Neighbour | null; locale: string }) => {
  const t = words(props.locale)
  const { earlier, later } = props
  if (!earlier && !later) return null
  return (
    <nav class="neighbours" aria-label={t('neighbours')}>
      {earlier ? <NeighbourLink post={earlier} word={t('neighbour.earlier')} rel="prev" /> : <span />}
      {later ? <NeighbourLink post={later} word={t('neighbour.later')} rel="next" /> : <span />}
    </nav>
  )
}

const NeighbourLink = ({ post, word, rel }: { post: Neighbour; word: string; rel: 'prev' | 'next' }) => (
  <a href={postPath(post.slug)} rel={rel}>
    <span class="kicker">{word}</span>
    <span class="neighbour-title">
      <Said text={post.title} post={post} />
    </span>
  </a>
)
