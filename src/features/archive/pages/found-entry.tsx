import { randomUUID } from 'node:crypto'
import { raw } from 'hono/html'
import { oncePer } from '../../../platform/once.ts'
import { type Frame, OwnWords, PostCard } from '../../../ui/index.ts'
import { bylineOf, Kicker, postPath } from '../../posts/index.ts'
import { tokensOf } from '../fold.ts'
import type { FoundPost } from '../queries/shown.ts'
import { type Found, marked, type Piece, passageOf } from '../search.ts'

type Props = { post: FoundPost; found: Found; frame: Frame }

/** A post that was found: its summary where that says it, else the passage that does. */
export const FoundEntry = ({ post, found, frame }: Props) => {
  const { title, summary, small } = readOnce(post)
  const [before, between, after] = cardOf(post)(frame)
  const summed = marked(post.summary, found.marks, summary)
  const passage = summed.some(({ isFound }) => isFound) ? null : passageOf(post.said, found, small)
  return (
    <>
      {raw(before)}
      <Marked pieces={marked(post.title, found.marks, title)} />
      {raw(between)}
      <Marked pieces={passage === null ? summed : marked(passage, found.marks)} />
      {raw(after)}
    </>
  )
}

/** Words of a post, with those that were looked for marked. */
const Marked = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>{pieces.map((piece) => (piece.isFound ? <mark>{piece.text}</mark> : piece.text))}</>
)

/** What is the same of a post whatever was looked for: a post that is kept is read once. */
const readOnce = oncePer(({ title, summary, said }: FoundPost) => ({
  title: [...tokensOf(title)],
  summary: [...tokensOf(summary)],
  small: said.toLowerCase(),
}))

/** Stands for a title or a summary until they are put in; nothing that somebody wrote can be the same. */
const place = randomUUID()

/** All that is around a title and a summary, written once for each language. */
const cardOf = oncePer((post: FoundPost) => {
  const written = new Map<string, readonly [string, string, string]>()
  return (frame: Frame) => {
    const known = written.get(frame.locale) ?? around(post, frame)
    written.set(frame.locale, known)
    return known
  }
})

function around(post: FoundPost, { locale, site }: Frame): readonly [string, string, string] {
  const own = <OwnWords lang={post.locale}>{place}</OwnWords>
  const card = (
    <PostCard
      href={postPath(post.slug)}
      title={own}
      summary={own}
      kicker={<Kicker post={post} locale={locale} />}
      byline={bylineOf(post, locale, site.name)}
    />
  )
  const [before = '', between = '', after = ''] = String(card).split(place)
  return [before, between, after]
}
