/** Whether a blog is what it was once WordPress has given it back to a Twinleaf. */
import { render } from '../../src/platform/markdown.ts'
import { firstDifference, lookAt } from './look.ts'
import type { OurPost, Ours } from './network.ts'

/** The plugin takes backslashes out of names. */
const plain = (name: string) => name.replaceAll('\\', '').replace(/\s+/g, ' ')

export function compareBlogs(before: Ours, after: Ours, wrong: (what: string) => unknown): void {
  for (const post of before.posts.values()) {
    if (post.publishAt === null) continue
    // What nobody signs is signed by the network there; what has a backslash in its title is there twice.
    const differences = [...after.posts.values()]
      .filter((one) => isAgain(post, one))
      .map((one) => ({ ...one, authors: post.authors.length === 0 ? [] : one.authors }))
      .map((one) => firstDifference(linesOf(before, post), linesOf(after, one)))
    if (differences.length === 0) wrong(`round: "${post.title}" is missing`)
    else if (!differences.includes('')) wrong(`round: "${post.title}": ${differences[0]}`)
  }
  const [said, saidAgain] = [commentsOf(before), commentsOf(after)]
  for (const one of said.difference(saidAgain)) wrong(`round: no more ${one}`)
}

/** Two of one title and second are a second apart by then. */
const isAgain = ({ title, publishAt }: OurPost, other: OurPost) =>
  other.title === title &&
  [0, 1_000].includes((other.publishAt?.getTime() ?? 0) - (publishAt?.getTime() ?? 0))

/** What its readers take of a post: whatever its pictures and its signs are called. */
function linesOf({ media }: Ours, { tags, authors, summary, body, mediaId }: OurPost): string[] {
  const { parts } = render(body, { prefix: 'text', footnotes: '', backToText: String })
  const wordsOf = (id: string) => `${media.get(id)?.alt} ${media.get(id)?.caption}`
  const shown = parts.map((part) =>
    part.kind === 'html' ? part.html : `<p>${part.alt ?? ''} ${part.caption ?? ''} ${wordsOf(part.id)}</p>`,
  )
  const { words, code, parts: counts } = lookAt(shown.join(''))
  return [
    ...[...tags.toSorted(), '/', ...authors.map(plain), '/'],
    ...[summary, mediaId === null ? '' : wordsOf(mediaId), ...words, ...code, JSON.stringify(counts)],
  ]
}

const commentsOf = ({ comments, posts }: Ours) =>
  new Set(
    [...comments.values()].map(({ postId, parentId, name, text, sentAt, state }) => {
      const above = comments.get(parentId ?? '')?.text ?? ''
      return JSON.stringify([posts.get(postId)?.title, above, plain(name), text, sentAt, state])
    }),
  )
