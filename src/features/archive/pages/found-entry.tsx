import { type Frame, OwnWords, PostCard } from '../../../ui/index.ts'
import { bylineOf, Kicker, postPath } from '../../posts/index.ts'
import type { FoundPost } from '../queries/found.ts'
import { marked, passageOf, type Spelled } from '../search.ts'

type Props = { post: FoundPost; found: readonly Spelled[]; frame: Frame }

/** A post that was found: its summary where that says it, else the passage that does. */
export const FoundEntry = ({ post, found, frame }: Props) => {
  const marks = new Set(found.map(({ folded }) => folded))
  const isSaid = marked(post.summary, marks).some(({ isFound }) => isFound)
  const passage = isSaid ? null : passageOf(post.said, found)
  return (
    <PostCard
      href={postPath(post.slug)}
      title={<Marked text={post.title} found={marks} lang={post.locale} />}
      summary={<Marked text={passage ?? post.summary} found={marks} lang={post.locale} />}
      kicker={<Kicker post={post} locale={frame.locale} />}
      byline={bylineOf(post, frame.locale, frame.site.name)}
    />
  )
}

/** Words of a post, with those that were looked for marked. */
const Marked = ({ text, found, lang }: { text: string; found: ReadonlySet<string>; lang: string }) => (
  <OwnWords lang={lang}>
    {marked(text, found).map((piece) => (piece.isFound ? <mark>{piece.text}</mark> : piece.text))}
  </OwnWords>
)
