import { type Frame, OwnWords } from '../../../ui/index.ts'
import type { BelowPost } from '../../people/index.ts'
import { bylineOf, eachOnce, Kicker, type ListedPost, postPath, topicPostsPath } from '../../posts/index.ts'
import { type ClusterPost, clusterOf } from '../queries/clusters.ts'
import { relatedTo, standingOf } from '../queries/related.ts'
import { words } from '../words.ts'

/** Where to read on below a post: the others of its topic, in their order, and what came out on the same subject. */
export const readOn: BelowPost = {
  // What it shows is told of by triggers, as posts are.
  version: async () => '',
  async read(app, postId) {
    const now = app.now()
    const [standing, related] = await Promise.all([
      standingOf(app.db, postId),
      relatedTo(app.db, now, postId),
    ])
    const all = standing ? await clusterOf(app.db, now, standing) : []
    const own = all.find(({ id }) => id === postId)?.locale
    return ({ frame }) => {
      const cluster = eachOnce(all, own ?? frame.locale)
      const topic = standing && cluster.length > 1 ? topicPostsPath(standing.code, standing.fortnight) : null
      return { head: null, shown: <ReadOn {...{ frame, postId, cluster, topic, related }} /> }
    }
  },
}

type Props = {
  frame: Frame
  postId: string
  cluster: readonly ClusterPost[]
  /** The page of its topic; null when nothing else is on it. */
  topic: string | null
  related: readonly ListedPost[]
}

const ReadOn = ({ frame, postId, cluster, topic, related }: Props) => {
  const t = words(frame.locale)
  return (
    <>
      {topic === null ? null : (
        <nav class="read-on" aria-labelledby="on-topic">
          <h2 id="on-topic">
            <a href={topic}>{t('below.cluster')}</a>
          </h2>
          <ol>
            {cluster.map((post) => (
              <li>
                <Named post={post} isHere={post.id === postId} />
                {post.part === null ? null : <span class="quiet"> {t(`topic.part.${post.part}`)}</span>}
              </li>
            ))}
          </ol>
        </nav>
      )}
      {related.length === 0 ? null : (
        <nav class="read-on" aria-labelledby="on-subject">
          <h2 id="on-subject">{t('below.related')}</h2>
          <ul>
            {related.map((post) => (
              <li>
                <Named post={post} isHere={false} />{' '}
                <span class="quiet">
                  <Kicker post={post} locale={frame.locale} />{' '}
                  {bylineOf(post, frame.locale, frame.site.name).date?.text}
                </span>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}

const Named = ({ post, isHere }: { post: ListedPost; isHere: boolean }) =>
  isHere ? (
    <strong aria-current="page">
      <OwnWords lang={post.locale}>{post.title}</OwnWords>
    </strong>
  ) : (
    <a href={postPath(post.slug)}>
      <OwnWords lang={post.locale}>{post.title}</OwnWords>
    </a>
  )
