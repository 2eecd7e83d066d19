import { type Frame, OwnWords, PostCard } from '../../../ui/index.ts'
import { bylineOf, Kicker, postPath } from '../../posts/index.ts'
import type { FoundPost } from '../queries/found.ts'
import { type Found, marked, type Piece, passageOf } from '../search.ts'

type Props = { post: FoundPost; found: Found; frame: Frame }

/** A post that was found: its summary where that says it, else the passage that does. */
export const FoundEntry = ({ post, found, frame }: Props) => {
  const summary = marked(post.summary, found.marks)
  const passage = summary.some(({ isFound }) => isFound) ? null : passageOf(post.said, found)
  return (
    <PostCard
      href={postPath(post.slug)}
      title={<Marked pieces={marked(post.title, found.marks)} lang={post.locale} />}
      summary={
        <Marked pieces={passage === null ? summary : marked(passage, found.marks)} lang={post.locale} />
      }
      kicker={<Kicker post={post} locale={frame.locale} />}
      byline={bylineOf(post, frame.locale, frame.site.name)}
    />
  )
}

/** Words of a post, with those that were looked for marked. */
const Marked = ({ pieces, lang }: { pieces: readonly Piece[]; lang: string }) => (
  <OwnWords lang={lang}>
    {pieces.map((piece) => (piece.isFound ? <mark>{piece.text}</mark> : piece.text))}
  </OwnWords>
)
