import { randomUUID } from 'node:crypto'
import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { oncePer } from '../../../platform/once.ts'
import { type Frame, OwnWords, PostCard } from '../../../ui/index.ts'
import { bylineOf, Kicker, postPath } from '../../posts/index.ts'
import { tokensOf } from '../fold.ts'
import type { FoundPost } from '../queries/shown.ts'
import { type Found, marked, passageOf, searched } from '../search.ts'

type Props = { post: FoundPost; found: Found; frame: Frame }

/** A post that was found: its summary where that says it, else the passage that does. */
export const FoundEntry = ({ post, found, frame }: Props) => {
  const { title, summary, said } = readOnce(post)
  const [before, between, after] = cardOf(post)(frame)
  const shown = isIn(summary, found) ? post.summary : passageOf(said, found)
  return (
    <>
      {raw(before)}
      {isIn(title, found) ? <Marked text={post.title} found={found} /> : title.drawn}
      {raw(between)}
      {shown === null ? summary.drawn : <Marked text={shown} found={found} />}
      {raw(after)}
    </>
  )
}

/** Words of a post, with those that were looked for marked. */
const Marked = ({ text, found }: { text: string; found: Found }) => (
  <>{marked(text, found.marks).map((piece) => (piece.isFound ? <mark>{piece.text}</mark> : piece.text))}</>
)

/** A title or a summary: its words as they are compared, and itself as it stands on a page where nothing in it is marked. */
type Read = { words: ReadonlySet<string>; drawn: Child }

const read = (text: string): Read => ({
  words: new Set(tokensOf(text).map(({ folded }) => folded)),
  drawn: html`${text}`,
})

const isIn = ({ words }: Read, { marks }: Found) => !words.isDisjointFrom(marks)

/** What is the same of a post whatever was looked for: a post that is kept is read once. */
const readOnce = oncePer(({ title, summary, said }: FoundPost) => ({
  title: read(title),
  summary: read(summary),
  said: searched(said),
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
