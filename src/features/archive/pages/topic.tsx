import { type Frame, Page } from '../../../ui/index.ts'
import { type Once, PostEntry, roundPostsPath, Said, topicPostsPath } from '../../posts/index.ts'
import type { ClusterPost, SeriesTopic } from '../queries/clusters.ts'
import { words } from '../words.ts'

type Props = {
  frame: Frame
  code: string
  topic: SeriesTopic
  posts: readonly Once<ClusterPost>[]
  /** The topics of the round before and after it. */
  around: { previous?: SeriesTopic | undefined; next?: SeriesTopic | undefined }
}

/** A topic with all that came out about it in its fortnight, in the order to read it in. */
export const TopicPage = ({ frame, code, topic, posts, around }: Props) => {
  const t = words(frame.locale)
  const count = t('topic.count', { count: posts.length })
  return (
    <Page
      frame={frame}
      width="wide"
      title={topic.title}
      heading={
        <header class="heading">
          <p class="kicker">
            <a href={roundPostsPath(code)}>{t('topic.kicker', { code, number: topic.fortnight })}</a>
          </p>
          <h1>
            <Said text={topic.title} post={topic} />
          </h1>
          <p class="lead">{count}</p>
        </header>
      }
      head={<meta name="description" content={`${topic.title}. ${count}`} />}
    >
      <section class="post-list">
        {posts.map(({ also, ...post }) => (
          <PostEntry
            post={post}
            also={also}
            frame={frame}
            level={2}
            kicker={post.part === null ? undefined : t(`topic.part.${post.part}`)}
          />
        ))}
      </section>
      <AroundTopic {...{ code, around }} locale={frame.locale} />
    </Page>
  )
}

const AroundTopic = ({ code, around, locale }: Pick<Props, 'code' | 'around'> & { locale: string }) => {
  const t = words(locale)
  const { previous, next } = around
  if (!previous && !next) return null
  return (
    <nav class="neighbours" aria-label={t('topic.neighbours')}>
      {previous ? <Other {...{ code }} topic={previous} word={t('topic.previous')} rel="prev" /> : <span />}
      {next ? <Other {...{ code }} topic={next} word={t('topic.next')} rel="next" /> : <span />}
    </nav>
  )
}

type OtherProps = { code: string; topic: SeriesTopic; word: string; rel: 'prev' | 'next' }

const Other = ({ code, topic, word, rel }: OtherProps) => (
  <a href={topicPostsPath(code, topic.fortnight)} rel={rel}>
    <span class="kicker">{word}</span>
    <span class="neighbour-title">
      <Said text={topic.title} post={topic} />
    </span>
  </a>
)
